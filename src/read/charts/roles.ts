import { quote } from '../report.ts';
import type { ChartSpec } from '../schema.ts';
import type { dataKinds } from '../schema-chart.ts';
import { didYouMean, editDistance } from '../suggest.ts';
import type { ChartContext } from './context.ts';
import type { Column, DataTable } from './table.ts';

export type DataKind = (typeof dataKinds)[number];
export type DataSpec = Exclude<ChartSpec, { kind: 'share' | 'dots' }>;

/** What a table's columns are for; null where it has none of the kind. */
export interface Roles {
  date: Column | null;
  label: Column | null;
  event: Column | null;
  values: Column[];
  low: Column | null;
  high: Column | null;
  series: Column | null;
  qualifier: Column | null;
  unit: Column | null;
  source: Column | null;
  note: Column | null;
}

const standard = ['date', 'label', 'event', 'value', 'low', 'high', 'series', 'qualifier', 'unit', 'source', 'note'] as const;

/** By the names that the editor gives under x:, y: and so on, else by standard names, else by what the cells hold. */
export function findRoles(table: DataTable, spec: DataSpec, context: ChartContext): Roles | null {
  const { report, spot } = context;
  const before = report.issues.length;
  const column = (name: string, path: PropertyKey[]): Column | null => {
    const names = table.columns.map((one) => one.name);
    const found = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
    if (!found)
      report.error(
        spot(path),
        `expected a column of ${table.file}, found ${quote(name)}`,
        didYouMean(name, names) ?? `It has the columns ${names.join(', ')}.`,
      );
    return found;
  };
  const named = (name: string) => table.columns.find((one) => one.name.toLowerCase() === name) ?? null;
  const own = (key: 'low' | 'high' | 'series') => (spec[key] === undefined ? named(key) : column(spec[key], [key]));
  const x = spec.x === undefined ? null : column(spec.x, ['x']);
  const y = (spec.y ?? []).flatMap((name, i) => column(name, ['y', i]) ?? []);
  const given = {
    low: own('low'),
    high: own('high'),
    series: own('series'),
    qualifier: named('qualifier'),
    unit: named('unit'),
    source: named('source'),
    note: named('note'),
  };
  if (report.issues.length > before) return null;
  return inferred(
    table,
    { ...given, x, y, date: named('date'), label: named('label'), event: named('event'), value: named('value') },
    report,
    spec.kind,
  );
}

type Given = Pick<Roles, 'low' | 'high' | 'series' | 'qualifier' | 'unit' | 'source' | 'note' | 'date' | 'label' | 'event'> & {
  x: Column | null;
  y: Column[];
  value: Column | null;
};

function inferred({ columns }: DataTable, given: Given, report: ChartContext['report'], kind: DataKind | undefined): Roles {
  const { x, y, value, ...known } = given;
  const taken = new Set<Column | null>([x, ...y, ...Object.values(known), value]);
  const free = columns.filter((one) => !taken.has(one));
  const take = (test: (column: Column) => boolean): Column | null => {
    const at = free.findIndex(test);
    return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
  };
  const timely = (one: Column) => one.dates && (one.index === 0 || /^(year|month|day|time|when)$/i.test(one.name));
  const date = x ? (x.dates ? x : null) : (known.date ?? (known.label && kind === 'bars' ? null : take(timely)));
  const text = (one: Column) => !one.numbers;
  const label = x && !x.dates ? x : (known.label ?? (date ? null : take(text)));
  const listed = kind === 'timeline' ? [] : y.length ? y : value ? [value] : [];
  const values = listed.length || kind === 'timeline' ? listed : free.filter((one) => one.numbers && !slips(one));
  for (const one of values) if (free.includes(one)) free.splice(free.indexOf(one), 1);
  const measured = values.length > 0 || known.low !== null || known.high !== null;
  const event = kind === 'timeline' && y[0] ? y[0] : (known.event ?? (date && !measured ? (label ?? take(text)) : null));
  const series = known.series ?? (date && measured && values.length <= 1 ? (label ?? take((one) => text(one) && !slips(one))) : null);
  // Where an editor chooses columns of numbers, the others are another chart's.
  for (const one of free) if (!y.length || !one.numbers || slips(one)) reportUnread(one, report);
  return { ...known, date, label, event, values, series };
}

/** Nearly the name of a column that would be read. */
const slips = ({ name }: Column): string | null => standard.find((one) => editDistance(one, name.toLowerCase(), 2) === 1) ?? null;

function reportUnread(column: Column, report: ChartContext['report']): void {
  const meant = slips(column);
  if (meant) report.error(column.spot, `unknown column ${quote(column.name)}, expected ${standard.join(', ')}`, `Did you mean "${meant}"?`);
  else report.warning(column.spot, `the column ${quote(column.name)} is not drawn`, 'Leave it out, or name it under x:, y: or series:.');
}

/** What the table's shape asks for; null where it is no chart's. */
export function kindOf({ date, label, event, values, low, high }: Roles): DataKind | null {
  const measured = values.length > 0 || low !== null || high !== null;
  if (date && measured) return 'line';
  if (date && event) return 'timeline';
  return label && measured ? 'bars' : null;
}
