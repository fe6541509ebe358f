import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLError } from 'yaml';
import { quote, type Report, type Spot } from './report.ts';
import type { SourceText } from './text.ts';

export type Path = readonly PropertyKey[];

/** Plain data that still knows where each part of it was written. */
export interface Located {
  value: unknown;
  /** Of the value at the path, or of the nearest group around it that was written. */
  spot(path: Path): Spot;
  /** Of a key. */
  keySpot(path: Path, key: string): Spot;
  /** Of a word inside the text at the path. */
  wordSpot(path: Path, word: string): Spot;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** YAML 1.2: `no` is a word, a date is a string. Reads a part of a file, so that a block in an article keeps its lines. */
export function parseYaml(source: SourceText, from: number, to: number, report: Report): Located {
  const text = source.text.slice(from, to);
  const document = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, strict: true, uniqueKeys: true });
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  for (const problem of [...repeated, ...(broken ? [broken] : document.warnings)]) reportProblem(problem, source, from, report);
  const root = document.contents;
  const at = (node: unknown): Spot => source.spot(from + (isNode(node) && node.range ? node.range[0] : 0));
  const value = broken ? undefined : plain(root, at, report);
  return {
    value,
    spot: (path) => at(nodeAt(root, path)),
    keySpot: (path, key) => at(pairOf(nodeAt(root, path), key)?.key ?? nodeAt(root, path)),
    wordSpot: (path, word) => {
      const range = nodeAt(root, path)?.range;
      const offset = range ? text.slice(range[0], range[1]).indexOf(word) : -1;
      return source.spot(from + (range ? range[0] + Math.max(0, offset) : 0));
    },
  };
}

function plain(node: unknown, at: (node: unknown) => Spot, report: Report): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, at, report));
  if (isMap(node)) return plainMap(node.items as Pair[], at, report);
  if (isAlias(node)) report.error(at(node), `expected a value, found the YAML alias ${quote(`*${node.source}`)}`, 'Write the value out.');
  return null;
}

function plainMap(items: Pair[], at: (node: unknown) => Spot, report: Report): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!isScalar(key)) report.error(at(key), 'expected a word as a key, found a group: text that begins with { or [ needs quotes');
    else if (forbidden.has(name))
      report.error(at(key), `expected a key of the story format, found ${quote(name)}, which is not allowed as a name`);
    else map[name] = plain(value, at, report);
  }
  return map;
}

function nodeAt(root: unknown, path: Path): Node | null {
  let node = isNode(root) ? root : null;
  for (const key of path) {
    const next = isMap(node) ? pairOf(node, String(key))?.value : isSeq(node) ? node.items[Number(key)] : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

function pairOf(node: unknown, key: string): Pair | undefined {
  return isMap(node) ? (node.items as Pair[]).find((pair) => isScalar(pair.key) && String(pair.key.value) === key) : undefined;
}

/** What follows the first break of the syntax follows from it, and is not said. */
function reportProblem({ code, message, pos }: YAMLError, source: SourceText, from: number, report: Report): void {
  const spot = source.spot(from + pos[0]);
  const line = source.text.slice(source.lineStart(spot.line - 1)).split('\n', 1)[0] ?? '';
  const tab = /^ *\t/.test(line) && code !== 'DUPLICATE_KEY';
  report.error(
    tab ? { ...spot, column: line.indexOf('\t') + 1 } : spot,
    tab ? yamlMessage('TAB_AS_INDENT', '') : yamlMessage(code, message),
    yamlCure(tab ? 'TAB_AS_INDENT' : code),
  );
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'expected each key once, found it again here';
  if (code === 'BAD_INDENT') return 'expected this line to be indented like its neighbours';
  if (code === 'TAB_AS_INDENT') return 'expected spaces before the key, found a tab';
  return `this is not right YAML: ${message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, '')}`;
}

function yamlCure(code: string): string | null {
  if (code === 'DUPLICATE_KEY') return 'Leave out one of the two.';
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT') return 'Keys of one group start in the same column, after spaces.';
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN' || code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'Text that contains ": " or begins with a sign such as { [ & * ! % @ needs quotes.';
  return null;
}
