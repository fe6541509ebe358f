import type { MapData } from './geo.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';

/** Whether a value is a colour, where an area is meant. */
export const isColour = (value: string): boolean =>
  /^(#[0-9a-f]{3,8}|rgba?\(.*|red|green|blue|yellow|orange|grey|gray|black|white)$/i.test(value);

/** The property's values; what has none is reported once, also where it lacks another. */
export function valuesOf(
  { features, spot }: MapData,
  property: string,
  file: string,
  at: Spot,
  said: Set<number>,
  report: Report,
): Set<string> {
  const values = new Set<string>();
  const missing: number[] = [];
  features.features.forEach(({ properties }, index) => {
    const value = propertyOf(properties, property);
    if (value === null) missing.push(index);
    else values.add(value);
  });
  if (!values.size && missing.length) {
    const known = new Set(features.features.flatMap(({ properties }) => Object.keys(properties ?? {})));
    const list = known.size ? `, which have ${[...known].slice(0, 8).join(', ')}` : ', which have none';
    report.error(at, `expected a property of the features in ${file}${list}; found ${quote(property)}`, didYouMean(property, known));
    return values;
  }
  for (const index of missing.filter((one) => !said.has(one)).slice(0, 5)) {
    said.add(index);
    report.warning(
      spot(index),
      `feature ${index + 1}: expected the property ${quote(property)}, found none`,
      'Without it the feature can be neither named nor coloured.',
    );
  }
  return values;
}

/** Null where a feature has no such property of its own. */
export function propertyOf(properties: unknown, property: string): string | null {
  const value = Object.hasOwn(properties ?? {}, property) ? (properties as Record<string, unknown>)[property] : null;
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** More of the features than this share an id on purpose: they are parts of what has it. */
const mostRepeated = 0.1;

/** A feature of another's id and of a name of its own: one of the ids is a slip. Parts of one thing share a name as well. */
export function warnOfRepeated({ features: { features }, spot }: MapData, property: string, report: Report): void {
  const first = new Map<string, number>();
  const repeated: { id: string; index: number; before: number }[] = [];
  const nameless: typeof repeated = [];
  features.forEach(({ properties }, index) => {
    const id = propertyOf(properties, property);
    const before = id === null ? undefined : first.get(id);
    if (id === null) return;
    if (before === undefined) first.set(id, index);
    else if (nameOf(properties) !== nameOf(features[before]?.properties)) repeated.push({ id, index, before });
    else if (nameOf(properties) === null) nameless.push({ id, index, before });
  });
  // Without names one id alone that stands twice is most likely a slip; several are parts.
  const [only, ...more] = nameless;
  if (only && !more.length && features.length > 3)
    report.warning(
      spot(only.index),
      `feature ${only.index + 1}: expected each ${property} once, found ${quote(only.id)} again, first in feature ${only.before + 1}`,
      'Parts of one area are one MultiPolygon.',
    );
  if (repeated.length > Math.max(1, features.length * mostRepeated)) return;
  for (const { id, index, before } of repeated)
    report.warning(
      spot(index),
      `feature ${index + 1}: expected each ${property} once, found ${quote(id)} again, first in feature ${before + 1}, which has another name`,
    );
}

const nameOf = (properties: unknown): string | null => propertyOf(properties, 'name') ?? propertyOf(properties, 'NAME');
