import { formatList } from '../../scene/format.ts';
import type { Chart, Fact } from '../../story.ts';
import { quote } from '../report.ts';
import { didYouMean } from '../suggest.ts';
import { capitalise } from '../template.ts';
import { barsOfFacts, barsOfTable } from './bars.ts';
import { type ChartContext, sourceLines, text } from './context.ts';
import { lookUpFact } from './facts.ts';
import { lineOfTable } from './line.ts';
import { type DataKind, type DataSpec, findRoles, kindOf, type Roles } from './roles.ts';
import { type DataTable, readDataTable } from './table.ts';
import { timelineOfFacts, timelineOfTable } from './timeline.ts';

/** What a chart of a table or of facts says beside what it draws. */
export interface Frame {
  drawing: string;
  file: string | null;
  title: string;
  /** As the editor wrote it; null where the chart's own is meant. */
  caption: string | null;
  source: string;
  sourceShort: string;
  sources: string[];
}

/** Of a table in the story folder, or of a list of facts. */
export function resolveDataChart(spec: DataSpec, context: ChartContext): Chart | null {
  const { report, spot } = context;
  if (spec.data !== undefined && spec.facts !== undefined)
    report.error(spot(['facts']), 'expected data: with a table or facts: with a list of facts, found both');
  else if (spec.facts !== undefined) return ofFacts(spec, spec.facts, context);
  else if (spec.data !== undefined) return ofTable(spec, spec.data, context);
  else
    report.error(spot([]), 'expected data: with a table or facts: with a list of facts, found neither', 'For example data: rainfall.csv');
  return null;
}

function ofTable(spec: DataSpec, file: string, context: ChartContext): Chart | null {
  const { report, spot } = context;
  const table = readDataTable(file, context);
  const roles = table && findRoles(table, spec, context);
  if (!table || !roles) return null;
  const kind = spec.kind ?? kindOf(roles);
  const lacks = kind ? missing(kind, roles) : 'dates or labels in one column and numbers in another';
  if (!kind || lacks) {
    const found = table.columns.map(({ name }) => name).join(', ');
    report.error(
      spot(['data']),
      `expected ${lacks}${kind ? ` for a ${kind}` : ''}, found the columns ${found}`,
      'Say which is which by x: and y:.',
    );
    return null;
  }
  if (!checkKeys(spec, kind, true, context)) return null;
  const sources = sourcesOf(table, roles, spec, context);
  if (!sources) return null;
  const lines = sources.map((source) => sourceLines(spec, { source }, context));
  const unit = unitOf(table, roles, spec, context);
  if (unit === null) return null;
  const drawing = [file, spec.x, ...(spec.y ?? []), spec.low, spec.high, spec.series].filter(Boolean).join(' ');
  const join = (key: 'source' | 'sourceShort') => [...new Set(lines.map((line) => line[key]))].join('; ');
  const frame: Frame = {
    drawing,
    file,
    title: text(spec.title, ['title'], context) ?? titleOf(file, kind, roles),
    caption: text(spec.caption, ['caption'], context),
    source: lines.length ? join('source') : (text(spec.source, ['source'], context) ?? ''),
    sourceShort: lines.length ? join('sourceShort') : (text(spec['source-short'] ?? spec.source, ['source'], context) ?? ''),
    sources,
  };
  const data = { table, roles, frame, unit, several: sources.length > 1 };
  if (kind === 'bars') return barsOfTable(data, spec, context);
  return kind === 'timeline' ? timelineOfTable(data, spec, context) : lineOfTable(data, kind, spec, context);
}

/** A table with all that has been found out about it. */
export interface TableData {
  table: DataTable;
  roles: Roles;
  frame: Frame;
  unit: string;
  /** Whether its rows are from several sources, so that each must say its own. */
  several: boolean;
}

function missing(kind: DataKind, { date, label, event, values, low, high }: Roles): string | null {
  const measured = values.length > 0 || low !== null || high !== null;
  if (kind === 'timeline') return date && event ? null : 'a column of dates and one of texts';
  if (kind === 'bars') return (label ?? date) && measured ? null : 'a column of labels and one of numbers';
  return date && measured ? null : 'a column of dates and one of numbers';
}

/** The column's name where it is of the editor's making, else the file's. */
function titleOf(file: string, kind: DataKind, { values }: Roles): string {
  const [column, ...more] = values;
  const own = kind !== 'timeline' && column && !more.length && column.name.toLowerCase() !== 'value' ? column.name : null;
  const stem = (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '');
  return capitalise((own ?? stem).replace(/[-_]+/g, ' '));
}

/** Ids of the sources of the rows, the story's own where none is named; null where one is missing or unknown. */
function sourcesOf({ rows }: DataTable, { source }: Roles, spec: DataSpec, context: ChartContext): string[] | null {
  const { sources, storySource, report, spot } = context;
  const ids = new Set<string>();
  let wrong = false;
  for (const row of rows) {
    const id = row.text(source) || storySource || '';
    if (id && !sources.has(id) && id !== storySource) {
      report.error(
        row.spot(source),
        `expected the id of a source, found ${quote(id)}`,
        didYouMean(id, sources.keys()) ?? 'Sources stand in sources.yaml.',
      );
      wrong = true;
    }
    if (id) ids.add(id);
    else if (spec.source === undefined) {
      const cure = 'Write source: in the front matter, under the chart, or as a column of the table.';
      report.error(spot(['data']), 'expected a source of these figures, found none', cure);
      return null;
    }
  }
  return wrong ? null : [...ids];
}

/** One unit for all: a scale has no other. Null where there are several. */
function unitOf({ rows }: DataTable, { unit }: Roles, spec: DataSpec, { report }: ChartContext): string | null {
  const first = rows.find((row) => row.text(unit))?.text(unit) ?? '';
  const other = rows.find((row) => row.text(unit) && row.text(unit) !== first);
  if (other && spec.unit === undefined) {
    report.error(
      other.spot(unit),
      `expected ${quote(first)}, as in the rows before, found ${quote(other.text(unit))}`,
      'A chart has one scale, and so one unit.',
    );
    return null;
  }
  return spec.unit ?? first;
}

function ofFacts(spec: DataSpec, ids: string[], context: ChartContext): Chart | null {
  const { book, report, spot } = context;
  const before = report.issues.length;
  const kind = spec.kind ?? 'bars';
  if (kind === 'line' || kind === 'area')
    report.error(spot(['facts']), `expected data: with a table for a ${kind}, found facts:`, 'Facts are drawn as bars or as a timeline.');
  else if (!ids.length) report.error(spot(['facts']), 'expected at least one fact, found an empty list');
  const facts = ids.flatMap((id, i) => lookUpFact(id, spot(['facts', i]), book, report) ?? []);
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (again >= 0) report.error(spot(['facts', again]), `expected each fact once, found ${quote(ids[again])} again`);
  if (!checkKeys(spec, kind, false, context) || report.issues.length > before || facts.length < ids.length) return null;
  const sources = [...new Set(facts.map(({ source }) => source))];
  const lines = sources.map((source) => sourceLines(spec, { source }, context));
  const join = (key: 'source' | 'sourceShort') => [...new Set(lines.map((line) => line[key]))].filter(Boolean).join('; ');
  const frame: Frame = {
    drawing: ids.join(' '),
    file: null,
    title: text(spec.title, ['title'], context) ?? factsTitle(kind, facts, context),
    caption: text(spec.caption, ['caption'], context),
    source: join('source'),
    sourceShort: join('sourceShort'),
    sources,
  };
  return kind === 'timeline' ? timelineOfFacts(facts, frame, spec, context) : barsOfFacts(facts, frame, spec, context);
}

function factsTitle(kind: DataKind, facts: Fact[], { book: { language } }: ChartContext): string {
  if (kind === 'timeline') return String(language.words.chart.timelineTitle);
  return formatList(
    facts.slice(0, 3).map(({ label }) => label),
    language,
  );
}

const everywhere = ['kind', 'data', 'facts', 'title', 'caption', 'source', 'source-short'];
const ofTables = ['unit', 'x', 'y', 'low', 'high', 'series'];
const ofKind: Record<DataKind, string[]> = {
  bars: ['highlight', 'show', 'to', 'annotations'],
  line: ['highlight', 'show', 'until', 'from', 'to', 'annotations'],
  area: ['until', 'to', 'annotations'],
  timeline: ['until'],
};

const cures: Record<string, string> = {
  from: 'Bars and areas begin at zero, so that their sizes can be compared.',
  until: 'Bars come by show: and a list of their labels.',
};

/** Whether all keys mean something for the kind. */
function checkKeys(spec: DataSpec, kind: DataKind, table: boolean, { report, spot }: ChartContext): boolean {
  const allowed = new Set([...everywhere, ...(table ? ofTables : []), ...ofKind[kind]]);
  const wrong = Object.keys(spec).filter((key) => spec[key as keyof DataSpec] !== undefined && !allowed.has(key));
  for (const key of wrong) {
    const where = ofKind[kind].includes(key) || !ofTables.includes(key) ? `a chart of the kind ${kind}` : 'a chart of facts';
    report.error(spot([key]), `expected no ${key}: in ${where}, found it`, (kind !== 'timeline' && cures[key]) || null);
  }
  return !wrong.length;
}
