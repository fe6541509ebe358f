import type { Fact } from '../story.ts';
import { derive } from './derive.ts';
import { checkRow, knownUnit, lackingColumns, warnOfUnit } from './fact-row.ts';
import type { IdSet } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import { type FactRow, factRow } from './schema.ts';
import { readTable, type TableRow } from './table.ts';
import type { SourceText } from './text.ts';

export interface Context {
  sourceIds: ReadonlySet<string> & IdSet;
  /** Of the story as a whole: what a fact without a source of its own is taken from. */
  storySource: string | null;
  /** Whether the story's language writes 40,5. */
  decimalComma: boolean;
}

export interface FactList {
  facts: Fact[];
  spots: Map<string, Spot>;
  /** Ids of facts that are written but can't be used. */
  broken: Set<string>;
  /** Whether a row has lost its id. */
  lost: boolean;
  /** Ids of facts that formulas name. */
  used: Set<string>;
}

/** Facts in the file's order, derived ones computed. */
export function readFacts(source: SourceText, context: Context, report: Report): FactList {
  const table = readTable(source, factRow, report, { columns: ['low', 'high'], decimalComma: context.decimalComma });
  const { broken } = table;
  const unique = withoutDuplicates(table.rows, report);
  const lacking = lackingColumns(table, context, report);
  for (const row of unique) {
    warnOfUnit(row.value, row.spot, report);
    if (lacking || !checkRow(row, context, report)) broken.add(row.value.id);
  }
  const written = unique.map(({ value, spot }) => ({ fact: factOf(value, context), qualifier: value.qualifier, spot }));
  const used = new Set<string>();
  const facts = derive(written, broken, used, report).filter(({ id }) => !broken.has(id));
  const lost = table.lost || unique.length < table.rows.length;
  return { facts, spots: new Map(unique.map(({ value, spot }) => [value.id, spot('id')])), broken, lost, used };
}

/** The first row of each id; the others are reported. */
export function withoutDuplicates<T extends { id: string }>(rows: TableRow<T>[], report: Report): TableRow<T>[] {
  const first = new Map<string, Spot>();
  return rows.filter(({ value, spot }) => {
    const before = first.get(value.id);
    if (before) report.error(spot('id'), `expected each id once, found ${quote(value.id)} again, first in line ${before.line}`);
    else first.set(value.id, spot('id'));
    return !before;
  });
}

function factOf(row: FactRow, context: Context): Fact {
  const derived = row.formula !== '';
  const number = (text: string) => (text === '' ? null : Number(text));
  const [low, high] = [number(row.low), number(row.high)];
  const qualifier = row.qualifier || 'exact';
  const single = qualifier === 'exact' || qualifier === 'as stated' || qualifier === 'about';
  return {
    id: row.id,
    label: row.label,
    low: single ? (low ?? high) : low,
    high: single ? (high ?? low) : high,
    qualifier,
    unit: knownUnit(row.unit) ?? row.unit,
    date: row.date || null,
    when: row.when,
    speaker: row.speaker,
    source: row.source || context.storySource || '',
    formula: derived ? row.formula : null,
    words: row.words
      .split(/[;|]/)
      .map((phrase) => phrase.trim())
      .filter(Boolean),
    note: row.note,
    decimals: derived ? 0 : Math.max(decimals(row.low), decimals(row.high)),
  };
}

const decimals = (text: string) => text.split('.')[1]?.length ?? 0;
