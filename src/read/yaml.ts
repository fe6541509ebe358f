import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLError } from 'yaml';
import { quote, type Report, type Spot } from './report.ts';
import { isReserved } from './schema-values.ts';
import type { SourceText } from './text.ts';
import { unclosedIn } from './unclosed.ts';

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

/** YAML 1.2: `no` is a word, a date is a string. Reads a part of a file, so that a block in an article keeps its lines. */
export function parseYaml(source: SourceText, from: number, to: number, report: Report): Located {
  const text = source.text.slice(from, to);
  const document = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, strict: true, uniqueKeys: true });
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  for (const problem of [...repeated, ...(broken ? [broken] : document.warnings)]) reportProblem(problem, text, source, from, report);
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
    else if (isReserved(name))
      report.error(at(key), `expected a key of the story format, found ${quote(name)}, which is not allowed as a name`);
    else map[name] = plain(value, at, report);
  }
  return map;
}

function nodeAt(root: unknown, path: Path): Node | null {
  let node = isNode(root) ? root : null;
  for (const key of path) {
    // One thing may stand in place of a list of one.
    if (key === 0 && isMap(node)) continue;
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
function reportProblem({ code, pos, ...problem }: YAMLError, text: string, source: SourceText, from: number, report: Report): void {
  const open = code === 'DUPLICATE_KEY' ? null : unclosedIn(text);
  if (open) {
    report.error(source.spot(from + open.offset), `expected ${open.missing} to close what begins here with ${open.sign}, found none`);
    return;
  }
  const { line, at } = lineAt(text, pos[0]);
  const tab = /^ *\t/.test(line) && code !== 'DUPLICATE_KEY';
  const stray = code === 'BLOCK_AS_IMPLICIT_KEY' ? strayKey(text, pos[0]) : -1;
  const bare = code === 'MISSING_CHAR' && problem.message.startsWith('Implicit map keys');
  const meant = tab ? 'TAB_AS_INDENT' : stray >= 0 ? 'BAD_INDENT' : bare ? 'MULTILINE_IMPLICIT_KEY' : code;
  const offset = tab ? at + line.indexOf('\t') : stray >= 0 ? stray : pos[0];
  report.error(source.spot(from + offset), yamlMessage(meant, problem.message, line), yamlCure(meant));
}

function lineAt(text: string, offset: number): { line: string; at: number } {
  const at = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(at).split('\n', 1)[0] ?? '', at };
}

/** A key that is indented too far goes on with the text above it: where it stands; -1 where the text's own line has the second colon. */
function strayKey(text: string, offset: number): number {
  const [first = ''] = text.slice(offset).split('\n', 1);
  const key = /\n[ ]*()[\w-]+:(?:\s|$)/.exec(text.slice(offset + first.length));
  return /:\s/.test(first) || !key ? -1 : offset + first.length + key.index + key[0].search(/[^\n ]/);
}

function yamlMessage(code: string, message: string, line: string): string {
  if (code === 'DUPLICATE_KEY') return 'expected each key once, found it again here';
  if (code === 'BAD_INDENT') return 'expected this line to be indented like its neighbours';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'expected one text behind the key, found another ": " in it';
  if (code === 'MULTILINE_IMPLICIT_KEY') return `expected a key, a colon and a space, found ${quote(line.trim())}`;
  if (code === 'BAD_SCALAR_START') return `expected quotes round a text that begins with a sign, found ${quote(line.trim())}`;
  if (code === 'TAB_AS_INDENT') return 'expected spaces before the key, found a tab';
  return `this is not right YAML: ${message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, '')}`;
}

function yamlCure(code: string): string | null {
  if (code === 'DUPLICATE_KEY') return 'Leave out one of the two.';
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT') return 'Keys of one group start in the same column, after spaces.';
  if (code === 'MULTILINE_IMPLICIT_KEY') return 'For example label: kursk';
  if (code === 'UNEXPECTED_TOKEN' || code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_SCALAR_START')
    return 'Text that contains ": " or begins with a sign such as { [ & * ! % @ needs quotes.';
  return null;
}
