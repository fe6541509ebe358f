import type { Chart } from '../story.ts';
import type { ChartContext } from './charts/context.ts';
import { resolveDataChart } from './charts/data.ts';
import { resolveDots } from './charts/dots.ts';
import { resolveShare } from './charts/share.ts';
import type { ChartSpec } from './schema.ts';

export type { ChartContext, StoryTables } from './charts/context.ts';
export { checkPart, lookUpFact } from './charts/facts.ts';

/** A complete chart: what is not said follows from its facts or its table. Null where it can't be drawn; why is reported. */
export function resolveChart(spec: ChartSpec, context: ChartContext): Chart | null {
  if (spec.kind === 'share') return resolveShare(spec, context);
  return spec.kind === 'dots' ? resolveDots(spec, context) : resolveDataChart(spec, context);
}
