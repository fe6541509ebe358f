import type { Arc, Bounds } from '../../story.ts';
import { touch } from '../bounds.ts';
import { locatorAround, resolveFrame, wantsLocator } from '../frame.ts';
import { checkName, type Names } from '../names.ts';
import { countErrors, type Report, type Spot } from '../report.ts';
import type { FrameSpec } from '../schema.ts';
import type { Lookup, SceneContext, SceneLevel } from './lookup.ts';
import { isFrameWrong } from './unseen.ts';

export function resolveSceneFrame(
  lookup: Lookup,
  arcs: Arc[],
  named: string[],
  charted: boolean,
  { names, fallback, frameOptional, report }: SceneContext,
): Bounds {
  const spec = lookup.get('frame');
  const world: Bounds = [-180, -60, 180, 75];
  if (spec) return checkedFrame(spec, 'frame', arcs, lookup, names, report) ?? world;
  const own = named.length ? resolveFrame(named, arcs, names) : null;
  if (own) return own;
  if (!charted && !frameOptional)
    report.error(
      lookup.spot('frame'),
      'expected frame: with what the map shows, found none',
      'For example frame: {bounds: [west, south, east, north]}',
    );
  return fallback ?? world;
}

export function resolvePhoneFrame(lookup: Lookup, arcs: Arc[], frame: Bounds, { names, report }: SceneContext): Bounds | null {
  const spec = lookup.get('frame-phone');
  const before = countErrors(report);
  const phone = spec ? checkedFrame(spec, 'frame-phone', arcs, lookup, names, report) : null;
  if (!phone || countErrors(report) > before || touch(phone, frame) || isFrameWrong(lookup, names, report)) return phone;
  const [west, south, east, north] = phone;
  const swapped = touch([south, west, north, east], frame) ? `Did you mean [${[south, west, north, east].join(', ')}]? ` : '';
  report.warning(
    lookup.spot('frame-phone', spec && 'bounds' in spec ? ['bounds'] : []),
    `expected a frame that shows a part of what frame: does, found [${phone.join(', ')}], which shows none of it`,
    `${swapped}The order is [west, south, east, north].`,
  );
  return phone;
}

function checkedFrame(
  spec: FrameSpec,
  key: 'frame' | 'frame-phone',
  arcs: Arc[],
  lookup: Lookup,
  names: Names,
  report: Report,
): Bounds | null {
  if (Array.isArray(spec)) {
    spec.forEach((id, index) => void checkName(names, id, 'place or feature', lookup.spot(key, [index]), report));
    if (!spec.length) report.error(lookup.spot(key), 'expected at least one place or feature to frame, found an empty list');
  } else if ('bounds' in spec) checkBounds(spec.bounds, lookup.spot(key, ['bounds']), report);
  return resolveFrame(spec, arcs, names);
}

function checkBounds([west, south, east, north]: Bounds, spot: Spot, report: Report): void {
  const found = `found [${[west, south, east, north].join(', ')}]`;
  if (south >= north)
    report.error(spot, `expected bounds with an area, south below north, ${found}`, 'The order is [west, south, east, north].');
  else if (west >= east)
    report.error(
      spot,
      `expected bounds with an area, west before east, ${found}`,
      'The order is [west, south, east, north]; over the antimeridian, east is above 180.',
    );
}

/** The nearest level that says anything wins; bounds that `defaults` names stay the bounds where a step says `true`. */
export function resolveLocator(lookup: Lookup, levels: SceneLevel[], frame: Bounds, covered: boolean, report: Report): Bounds | null {
  const said = lookup.get('locator');
  if (said === false || said === null) return null;
  const own = levels[0]?.spec.locator;
  if (typeof own !== 'object' && own !== true && (covered || !wantsLocator(frame))) return null;
  if (typeof own === 'object' && own) checkBounds(own.bounds, lookup.spot('locator', ['bounds']), report);
  const bounds = levels.map(({ spec }) => spec.locator).find((locator) => typeof locator === 'object' && locator !== null);
  return typeof bounds === 'object' && bounds ? bounds.bounds : locatorAround(frame);
}
