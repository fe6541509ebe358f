import type { z } from 'zod';
import { dateCure, degreesCure, idCure, numberCure } from './cures.ts';
import { languageCure } from './language-tag.ts';
import { belongsTo } from './misplaced.ts';
import { quote, type Report } from './report.ts';
import { didYouMeanBy, meantBy } from './synonyms.ts';
import type { Located, Path } from './yaml.ts';

type ZodIssue = z.core.$ZodIssue;

/** Data that fits the schema, or null with everything that doesn't reported where it stands. */
export function validate<T extends z.ZodType>(schema: T, located: Located, report: Report, path: Path = []): z.output<T> | null {
  const value = at(located.value, path);
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issues = withoutFollowing(result.error.issues.flatMap(deepest), schema, value);
  for (const issue of issues) reportIssue(issue, schema, located, path, report);
  return null;
}

/** Without what is wrong only because something else is. */
function withoutFollowing(issues: ZodIssue[], schema: z.ZodType, value: unknown): ZodIssue[] {
  const under = (path: Path, above: Path) => path.length > above.length && above.every((key, index) => key === path[index]);
  const lists = issues.filter(({ code }) => code === 'too_small' || code === 'too_big').map(({ path }) => path);
  const numbers = issues.map(({ path }) => path.slice(0, -1)).filter((path) => isNumbers(at(value, path)));
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, meantBy(key, keysAt(schema, issue.path)) ?? ''].join('\n'))
      : [],
  );
  return issues.filter(({ path }, index) => {
    // A list of another length than it should have.
    if (lists.some((list) => under(path, list))) return false;
    // Numbers where ids are meant.
    const list = numbers.find((above) => under(path, above));
    if (list && issues.findIndex((other) => under(other.path, list)) !== index) return false;
    // A key that is missing because it is misspelt.
    return at(value, path) !== undefined || !meant.includes(path.join('\n'));
  });
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 1 && value.every((item) => typeof item === 'number');

function reportIssue(issue: ZodIssue, schema: z.ZodType, located: Located, base: Path, report: Report): void {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys) {
      const list = known.length ? `, expected ${known.slice(0, 20).join(', ')}` : '';
      report.error(located.keySpot(path, key), `unknown key ${quote(key)}${list}`, belongsTo(key, known) ?? didYouMeanBy(key, known));
    }
    return;
  }
  const key = issue.path.at(-1);
  const found = at(located.value, path);
  if (found === undefined && key !== undefined) {
    report.error(located.spot(path.slice(0, -1)), `expected the key ${quote(key)}, found none`);
    return;
  }
  const above = at(located.value, path.slice(0, -1));
  if (isNumbers(above) && issue.message.startsWith('expected an id')) {
    const group = above.length === 4 ? `{bounds: [${above.join(', ')}]}` : null;
    report.error(located.spot(path.slice(0, -1)), 'expected ids, found a list of numbers', group && `Did you mean ${group}?`);
    return;
  }
  const expected = issue.message.replace(/, found .*$/, '');
  if (issue.code === 'invalid_key') {
    const spot = located.keySpot(path.slice(0, -1), String(key));
    report.error(spot, `expected an id: lowercase words with hyphens, found ${quote(key)}`, idCure(String(key)));
    return;
  }
  const what =
    Array.isArray(found) && (issue.code === 'too_small' || issue.code === 'too_big') ? `a list of ${found.length}` : quote(found);
  report.error(located.spot(path), `${expected}, found ${what}`, cure(issue, expected, found));
}

function cure(issue: ZodIssue, expected: string, found: unknown): string | null {
  const written = typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  if (issue.code === 'invalid_value' && typeof found === 'string') return didYouMeanBy(found, issue.values.map(String).filter(Boolean));
  if (issue.code === 'too_big' && isNumbers(found)) return 'Numbers are written with a point, such as 34.98, and parted by commas.';
  if (/^expected a (latitude|longitude)\b/.test(expected) && typeof found === 'string' && !/^[-+]?\d+(\.\d+)?$/.test(written))
    return degreesCure(written);
  if (/^expected a latitude\b/.test(expected) && issue.path.some((key) => key === 'bounds' || key === 'center'))
    return 'The order is longitude, then latitude: [west, south, east, north].';
  if (/^expected a latitude\b/.test(expected) && Math.abs(Number(written)) <= 180) return 'Are longitude and latitude swapped?';
  if (/^expected a language tag/.test(expected)) return languageCure(written);
  if (/^expected text\b/.test(expected) && found !== null && typeof found === 'object') return 'Text that begins with { or [ needs quotes.';
  if (/true(,| or) false/.test(expected)) return didYouMeanBy(written, ['true', 'false']);
  if (/begins with https|address of the published/.test(expected))
    return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(written) ? `Did you mean "https://${written}"?` : null;
  if (/^expected a number such as/.test(expected)) return numberCure(written);
  if (/^expected a date\b/.test(expected)) return dateCure(written);
  if (/^expected a chart with a kind/.test(expected)) {
    const kinds = expected.replace(/^.*: /, '').split(/, | or /);
    return kinds.includes(written) ? `A chart is a group of keys: {kind: ${written}, …}` : didYouMeanBy(written, kinds);
  }
  return /\bid\b/.test(expected) ? idCure(written) : null;
}

/** Of a choice, the issues of the one branch that got into the data; the choice's own where none or several did. */
function deepest(issue: ZodIssue): ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors
    .map((errors) => errors.flatMap(deepest))
    .filter((errors) => errors.every((inner) => inner.path.length || inner.code === 'unrecognized_keys'));
  const known = branches.filter((errors) => !errors.some((inner) => inner.code === 'unrecognized_keys' && !inner.path.length));
  const [best, ...others] = known.length ? known : branches;
  return best && !others.length ? best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key) ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  items?: z.ZodType[];
  valueType?: z.ZodType;
  options?: z.ZodType[];
  keyType?: z.ZodType;
  in?: z.ZodType;
}

/** Keys that the schema knows at a path, through choices, lists and defaults. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  const definition = schema.def as unknown as Definition;
  const [key, ...rest] = path;
  if (definition.innerType) return keysAt(definition.innerType, path);
  if (definition.in) return keysAt(definition.in, path);
  if (definition.options) return [...new Set(definition.options.flatMap((option) => keysAt(option, path)))];
  if (definition.shape && key === undefined) return Object.keys(definition.shape);
  const names = (definition.keyType as { options?: unknown[] } | undefined)?.options;
  if (names && key === undefined) return names.map(String);
  const inner = definition.shape
    ? definition.shape[String(key)]
    : (definition.element ?? definition.valueType ?? definition.items?.[Number(key)]);
  return inner && key !== undefined ? keysAt(inner, rest) : [];
}
