import type { Chart, Scene } from '../story.ts';
import { resolveChart } from './chart.ts';
import { checkName } from './names.ts';
import { resolveLocator, resolvePhoneFrame, resolveSceneFrame } from './scenes/frame.ts';
import { createLookup, type Lookup, type SceneContext, type SceneLevel } from './scenes/lookup.ts';
import { resolveAnnotations, resolveArcs, resolveLens, resolvePlate } from './scenes/marks.ts';
import { warnOfUnseen } from './scenes/unseen.ts';

export type { SceneContext, SceneLevel } from './scenes/lookup.ts';

/** A whole scene from its own keys and, for what they don't say, those of the levels behind. */
export function resolveScene(levels: SceneLevel[], context: SceneContext): Scene {
  const { names } = context;
  const lookup = createLookup(levels, context);
  const ids = (key: 'layers' | 'highlight' | 'label' | 'context', what: Parameters<typeof checkName>[2]) =>
    checkedIds(lookup, key, what, context);
  const arcs = resolveArcs(lookup, context);
  const chart = resolveSceneChart(lookup, context);
  const highlight = ids('highlight', 'feature');
  const labels = ids('label', 'place or feature');
  // A chart that has a slip in it stands for the map all the same.
  const charted = Boolean(lookup.get('chart'));
  const frame = resolveSceneFrame(lookup, arcs, [...highlight, ...labels], charted, context);
  const plate = resolvePlate(lookup, context);
  if (!charted) warnOfUnseen(lookup, levels[0], frame, context);
  return {
    frame,
    framePhone: resolvePhoneFrame(lookup, arcs, frame, context),
    layers: lookup.get('layers') === undefined ? [...names.layers.keys()] : ids('layers', 'layer'),
    highlight,
    labels,
    context: ids('context', 'place or feature').filter((id) => !labels.includes(id)),
    arcs,
    annotations: resolveAnnotations(lookup, context),
    plate,
    lens: resolveLens(lookup, context),
    locator: resolveLocator(lookup, levels, frame, plate !== null || charted, context.report),
    chart,
    describe: describeOf(lookup, context),
  };
}

/** Read aloud as it is written; its numbers are compared as all others are. */
function describeOf(lookup: Lookup, { texts }: SceneContext): string {
  const text = lookup.get('describe') ?? '';
  if (text) texts.push({ text, spotOf: (word) => lookup.wordSpot('describe', [], word) });
  return text;
}

function checkedIds(
  lookup: Lookup,
  key: 'layers' | 'highlight' | 'label' | 'context',
  what: Parameters<typeof checkName>[2],
  { names, report }: SceneContext,
): string[] {
  const known = (lookup.get(key) ?? []).filter((id, index) => checkName(names, id, what, lookup.spot(key, [index]), report));
  return [...new Set(known)];
}

function resolveSceneChart(lookup: Lookup, context: SceneContext): Chart | null {
  const spec = lookup.get('chart');
  return spec
    ? resolveChart(spec, {
        ...context,
        spot: (path) => lookup.spot('chart', path),
        fill: (text, path) => lookup.fill(text, 'chart', path),
      })
    : null;
}
