import { factValue } from '../../scene/format.ts';
import type { Fact, Step, Story } from '../../story.ts';

/** The area fact that a step draws to scale, as a plate or a share, else the first that the story so draws; null where there is none. */
export function drawnArea({ steps, facts }: Pick<Story, 'steps' | 'facts'>, stepId: string): Fact | null {
  const here = steps.filter(({ id }) => id === stepId);
  const drawn = [...here, ...steps].flatMap(drawnIn).map((id) => facts.find((fact) => fact.id === id));
  return drawn.find((fact) => fact?.unit === 'km2' && factValue(fact)) ?? null;
}

const drawnIn = ({ scene: { plate, chart } }: Step): string[] => [
  ...(plate ? [plate.area] : []),
  ...(chart?.kind === 'share' ? [chart.whole] : []),
];
