import type { z } from 'zod';
import { dateCure, idCure, numberCure } from './cures.ts';
import { quote, type Report } from './report.ts';
import { didYouMean } from './suggest.ts';
import type { Located, Path } from './yaml.ts';

type ZodIssue = z.core.$ZodIssue;

/** Data that fits the schema, or null with everything that doesn't reported where it stands. */
export function validate<T extends z.ZodType>(schema: T, located: Located, report: Report, path: Path = []): z.output<T> | null {
  const result = schema.safeParse(at(located.value, path), { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap(deepest)) reportIssue(issue, schema, located, path, report);
  return null;
}

function reportIssue(issue: ZodIssue, schema: z.ZodType, located: Located, base: Path, report: Report): void {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys) {
      const list = known.length ? `, expected ${known.slice(0, 20).join(', ')}` : '';
      report.error(located.keySpot(path, key), `unknown key ${quote(key)}${list}`, didYouMean(key, known));
    }
    return;
  }
  const key = issue.path.at(-1);
  const found = at(located.value, path);
  if (found === undefined && key !== undefined) {
    report.error(located.spot(path.slice(0, -1)), `expected the key ${quote(key)}, found none`);
    return;
  }
  const expected = issue.message.replace(/, found .*$/, '');
  const spot = issue.code === 'invalid_key' ? located.keySpot(path.slice(0, -1), String(key)) : located.spot(path);
  if (issue.code === 'invalid_key') {
    report.error(spot, `expected an id: lowercase words with hyphens, found ${quote(key)}`, idCure(String(key)));
    return;
  }
  report.error(spot, `${expected}, found ${quote(found)}`, cure(issue, expected, found));
}

function cure(issue: ZodIssue, expected: string, found: unknown): string | null {
  if (issue.code === 'invalid_value' && typeof found === 'string') return didYouMean(found, issue.values.map(String).filter(Boolean));
  if (/^expected a latitude\b/.test(expected) && issue.path.some((key) => key === 'bounds' || key === 'center'))
    return 'The order is longitude, then latitude: [west, south, east, north].';
  if (/^expected a language tag/.test(expected) && typeof found === 'string' && found.includes('_'))
    return `Did you mean "${found.replaceAll('_', '-')}"?`;
  if (/^expected text\b/.test(expected) && found !== null && typeof found === 'object') return 'Text that begins with { or [ needs quotes.';
  const written = typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  if (/^expected a number such as|in degrees, such as/.test(expected)) return numberCure(written);
  if (/^expected a date\b/.test(expected)) return dateCure(written);
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
  const inner = definition.shape
    ? definition.shape[String(key)]
    : (definition.element ?? definition.valueType ?? definition.items?.[Number(key)]);
  return inner && key !== undefined ? keysAt(inner, rest) : [];
}
