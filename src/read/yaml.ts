import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, visit } from 'yaml';
import { quote, type Report, type Spot } from './report.ts';
import { isReserved } from './schema-values.ts';
import type { SourceText } from './text.ts';
import { reportProblem } from './yaml-problems.ts';

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
  const value = broken ? undefined : plain(root, { document, at, report });
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

interface Reading {
  document: Document.Parsed;
  at(node: unknown): Spot;
  report: Report;
}

function plain(node: unknown, reading: Reading): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, reading));
  if (isMap(node)) return plainMap(node.items as Pair[], reading);
  if (!isAlias(node)) return null;
  const { document, at, report } = reading;
  report.error(at(node), `expected a value, found the YAML alias ${quote(`*${node.source}`)}`, 'Write the value out.');
  const meant = node.resolve(document);
  // What it stands for is read all the same, unless it grows by aliases of its own.
  return isNode(meant) && !hasAlias(meant) ? plain(meant, reading) : undefined;
}

function hasAlias(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function plainMap(items: Pair[], reading: Reading): Record<string, unknown> {
  const { at, report } = reading;
  const map: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!isScalar(key)) report.error(at(key), 'expected a word as a key, found a group: text that begins with { or [ needs quotes');
    else if (isReserved(name))
      report.error(at(key), `expected a key of the story format, found ${quote(name)}, which is not allowed as a name`);
    else if (name === '<<' && isAlias(value)) plain(value, reading);
    else {
      warnOfSmartQuotes(name, value, reading);
      map[name] = plain(value, reading);
    }
  }
  return map;
}

/** Keys of what people say, where quotation marks may be their own. */
const spoken = ['text', 'speaker', 'quote'];

/** A word processor’s quotes round a whole text are most likely meant for YAML’s, and readers would see them. */
function warnOfSmartQuotes(key: string, node: unknown, { at, report }: Reading): void {
  for (const one of isSeq(node) ? node.items : [node])
    if (
      isScalar(one) &&
      one.type === 'PLAIN' &&
      typeof one.value === 'string' &&
      !spoken.includes(key) &&
      /^[“„”].*\s.*[”“]$/u.test(one.value)
    )
      report.warning(
        at(one),
        `expected straight quotes or none, found ${quote(one.value)}, whose quotes readers would see`,
        `Where they are meant to be seen, write '${one.value}'`,
      );
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
