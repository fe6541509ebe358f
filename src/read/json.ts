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
  const { text } = source;
  if (!text.trim()) {
    report.error(source.spot(0), 'expected GeoJSON or TopoJSON, found an empty file');
    return;
  }
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const at = first?.offset ?? 0;
  const { offset, said, cure } = diagnose(text, at, first ? inWords(printParseErrorCode(first.error)) : message);
  report.error(source.spot(offset), `this is not right JSON: ${said}`, cure);
}

/** What is most likely meant by what stands where the file can't be read on. */
function diagnose(text: string, at: number, code: string): { offset: number; said: string; cure: string } {
  const behind = text.slice(at);
  const before = text.slice(0, at).trimEnd();
  const word = /^-?(NaN|Infinity|undefined|True|False|None)\b/.exec(behind)?.[0];
  if (word) return { offset: at, said: `expected a value, found ${word}`, cure: 'JSON has numbers, "texts", true, false and null.' };
  if (/^\s*<(!|\?|[a-z])/i.test(text))
    return {
      offset: 0,
      said: 'expected { at its beginning, found <',
      cure: 'This is a page of the web, KML or another file of XML: save the map as GeoJSON.',
    };
  if (!behind.trim() || /^unexpected end/.test(code))
    return { offset: at, said: 'expected the rest of the file, found its end', cure: 'The file is cut off: copy or export it anew.' };
  if (before.endsWith(',') && /^\s*[\]}]/.test(behind))
    return { offset: before.length - 1, said: `expected no comma before ${behind.trim()[0]}, found one`, cure: 'Leave out the comma.' };
  if (/^\s*['‘’“”]/.test(behind))
    return { offset: at, said: `expected double quotes, found ${behind.trim()[0]}`, cure: 'Write " at both ends of a text.' };
  if (/^\s*\/[/*]/.test(behind))
    return { offset: at, said: 'expected a value, found a comment', cure: 'JSON has no comments: leave it out.' };
  if (/^end of file/.test(code))
    return { offset: at, said: 'expected the end of the file, found more', cure: 'Put all features into one FeatureCollection.' };
  if (/^(comma|colon)/.test(code)) return { offset: at, said: `expected a ${code.split(' ')[0]}, found ${behind.trim()[0]}`, cure: unsure };
  return { offset: at, said: code, cure: unsure };
}

const unsure = 'Everything in the file after this place is unsure until it is cured.';

/** `CommaExpected` → `comma expected`. */
const inWords = (code: string) => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
