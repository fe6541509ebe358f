import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { quote, type Report, type Spot } from './report.ts';
import { isReserved } from './schema-values.ts';
import type { SourceText } from './text.ts';
import type { Path } from './yaml.ts';

export interface LocatedJson {
  value: unknown;
  /** Of the value at the path; costly for a large file, so asked only where there is something to report. */
  spot(path: Path): Spot;
}

/** JSON with its positions; null, reported, where it is broken. */
export function parseJson(source: SourceText, report: Report): LocatedJson | null {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (error) {
    reportBroken(source, String(error instanceof Error ? error.message : error), report);
    return null;
  }
  let tree: Node | undefined;
  const spot = (path: Path) => {
    tree ??= parseTree(source.text);
    for (let length = path.length; tree && length >= 0; length--) {
      const node = findNodeAtLocation(
        tree,
        path.slice(0, length).map((key) => (typeof key === 'number' ? key : String(key))),
      );
      if (node) return source.spot(node.offset);
    }
    return source.spot(0);
  };
  const reserved = reservedIn(value);
  if (!reserved) return { value, spot };
  report.error(
    spot(reserved),
    `expected properties of the map, found the name ${quote(reserved.at(-1))}, which is not allowed`,
    'Give it another name, or leave it out.',
  );
  return null;
}

/** The first key that no object may have of its own; null where there is none. Coordinates, the most of a map, have no keys. */
function reservedIn(value: unknown): Path | null {
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && typeof value[0] !== 'object')) return null;
  for (const [key, inside] of Object.entries(value)) {
    if (!Array.isArray(value) && isReserved(key)) return [key];
    const below = reservedIn(inside);
    if (below) return [Array.isArray(value) ? Number(key) : key, ...below];
  }
  return null;
}

function reportBroken(source: SourceText, message: string, report: Report): void {
  if (!source.text.trim()) {
    report.error(source.spot(0), 'expected GeoJSON or TopoJSON, found an empty file');
    return;
  }
  const errors: ParseError[] = [];
  parseTree(source.text, errors, { disallowComments: true });
  const [first] = errors;
  const cure = 'Everything in the file after this place is unsure until it is cured.';
  const word = /^-?(NaN|Infinity|undefined|True|False|None)\b/.exec(source.text.slice(first?.offset ?? 0));
  if (first && word)
    report.error(
      source.spot(first.offset),
      `this is not right JSON: expected a value, found ${word[0]}`,
      'JSON has numbers, "texts", true, false and null.',
    );
  else if (first) report.error(source.spot(first.offset), `this is not right JSON: ${inWords(printParseErrorCode(first.error))}`, cure);
  else report.error(source.spot(0), `this is not right JSON: ${message}`, cure);
}

/** `CommaExpected` → `comma expected`. */
const inWords = (code: string) => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
