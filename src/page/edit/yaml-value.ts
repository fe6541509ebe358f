import { isCollection, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Splice } from './text-file.ts';

export type YamlPath = readonly (string | number)[];

const options = { version: '1.2', schema: 'core', prettyErrors: false } as const;

/** What the YAML says, as plain data; undefined where it is wrong. */
export function yamlValue(text: string): unknown {
  const document = parseDocument(text, options);
  return document.errors.length ? undefined : document.toJS();
}

/**
 * Puts a value at the path, in the place of what is there, or as a new key under the block's `id` (else after its last key).
 * Comments, order and notation of all else are kept. Null where the path leads nowhere.
 */
export function setAt(text: string, path: YamlPath, value: unknown): Splice | null {
  const found = find(text, path);
  if (!found) return null;
  const { holder, node, rest } = found;
  if (rest.length && isMap(holder)) return insertKey(text, holder, rest, value);
  if (rest.length) return isPair(holder) ? replace(text, holder, node, flow(nested(rest, value))) : insertFirst(text, rest, value);
  return replace(text, holder, node, flow(value));
}

/** Adds a value to the list at the path. A single thing becomes a list; where there is none yet, it is `whole`. */
export function addAt(text: string, path: YamlPath, value: string, whole: readonly string[]): Splice | null {
  const found = find(text, path);
  if (!found) return null;
  const { holder, node, rest } = found;
  const alone = isScalar(node) && node.value !== null;
  if (rest.length || !(isSeq(node) || alone)) return setAt(text, path, whole);
  if (alone) return replace(text, holder, node, flow([node.value, value]));
  const last = isSeq(node) ? node.items.at(-1) : null;
  if (!last || !isSeq(node)) return setAt(text, path, [value]);
  const end = endOf(last);
  if (node.flow) return { from: end, to: end, text: `, ${flow(value)}` };
  const line = lineEnd(text, end);
  const indent = text.slice(text.lastIndexOf('\n', startOf(last)) + 1, startOf(last));
  return { from: line, to: line, text: `\n${indent.replace(/-\s*$/, '- ')}${flow(value)}` };
}

interface Found {
  /** The pair that holds the node, or the map that lacks the key `rest[0]`; null at the top of an empty text. */
  holder: unknown;
  node: unknown;
  /** What of the path is not there yet. */
  rest: YamlPath;
}

function find(text: string, path: YamlPath): Found | null {
  const document = parseDocument(text, options);
  if (document.errors.length) return null;
  let holder: unknown = null;
  let node: unknown = document.contents;
  for (const [i, key] of path.entries()) {
    if (typeof key === 'number') {
      // A single thing may stand where a list may.
      if (!isSeq(node) && !(isMap(node) && key === 0)) return null;
      if (isSeq(node)) [holder, node] = [node, node.items[key]];
      if (node === undefined) return null;
      continue;
    }
    if (isPair(holder) && isScalar(node) && node.value === null) return { holder, node, rest: path.slice(i) };
    if (node !== null && !isMap(node)) return null;
    const pair = isMap(node) ? (node.items as Pair[]).find((one) => isScalar(one.key) && String(one.key.value) === key) : undefined;
    if (!pair) return { holder: node, node: null, rest: path.slice(i) };
    [holder, node] = [pair, pair.value];
  }
  return { holder, node, rest: [] };
}

function replace(text: string, holder: unknown, node: unknown, written: string): Splice {
  const afterKey = isPair(holder) ? text.indexOf(':', endOf(holder.key)) + 1 : null;
  if (afterKey !== null && (!isNodeWithRange(node) || startOf(node) === endOf(node)))
    return { from: afterKey, to: afterKey, text: ` ${written}` };
  const [start, end] = [startOf(node), endOf(node)];
  const onItsLine = afterKey !== null && !text.slice(afterKey, start).includes('#');
  return onItsLine ? { from: afterKey, to: end, text: ` ${written}` } : { from: start, to: end, text: written };
}

/** What is nested is written as one value: `cover: {frame: kursk}`. */
const nested = (path: YamlPath, value: unknown): unknown => path.reduceRight((inner, key) => ({ [key]: inner }), value);

function insertKey(text: string, map: YAMLMap, [key, ...rest]: YamlPath, value: unknown): Splice {
  const line = `${key}: ${flow(nested(rest, value))}`;
  const pairs = map.items as Pair[];
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return { from: startOf(map) + 1, to: endOf(map) - 1, text: line };
  if (map.flow) return { from: endOf(last), to: endOf(last), text: `, ${line}` };
  const before = isScalar(first.key) && first.key.value === 'id' ? first : last;
  const at = lineEnd(text, endOf(before));
  const start = startOf(first.key);
  const indent = start - text.lastIndexOf('\n', start - 1) - 1;
  return { from: at, to: at, text: `\n${' '.repeat(indent)}${line}` };
}

function insertFirst(text: string, [key, ...rest]: YamlPath, value: unknown): Splice {
  return { from: text.length, to: text.length, text: `${key}: ${flow(nested(rest, value))}\n` };
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

type WithRange = { range: [number, number, number] };
const isNodeWithRange = (node: unknown): node is WithRange => Boolean((node as WithRange | null)?.range);
const startOf = (node: unknown): number => (isNodeWithRange(node) ? node.range[0] : 0);

/** Where the last thing of it ends: a block's own range takes in the empty lines and comments after it. */
function endOf(node: unknown): number {
  if (isPair(node)) return isNodeWithRange(node.value) ? endOf(node.value) : endOf(node.key);
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (last) return endOf(last);
  return isNodeWithRange(node) ? node.range[1] : 0;
}

/** On one line, as editors write it: `{bounds: [34, 50, 39, 53]}`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, own]) => `${key}: ${flow(own)}`)
      .join(', ')}}`;
  return typeof value === 'string' && !/^[a-z][a-z0-9-]*$/.test(value) ? JSON.stringify(value) : String(value);
}
