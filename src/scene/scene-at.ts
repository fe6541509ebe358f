import type { Chart, Position, Scene, Story } from '../story.ts';

/** What is on screen at a position: the scene, the one it comes from, and how far the change has gone. */
export interface Moment {
  scene: Scene;
  before: Scene;
  /** 1 = settled. Below 1 only in a step that scrubs, where progress follows the scroll. */
  progress: number;
}

/** All scenes in reading order: the cover, the steps, and the last step's again under the coda. */
export function scenesOf(story: Story): Scene[] {
  const steps = story.steps.map((step) => step.scene);
  return [story.cover, ...steps, steps.at(-1) ?? story.cover];
}

/** Computed from the position alone, so that any jump, reload or fling ends in the authored state. */
export function sceneAt(story: Story, { step, progress }: Position): Moment {
  const scenes = scenesOf(story);
  const index = Math.max(0, Math.min(scenes.length - 1, Math.round(step)));
  const scene = scenes[index] ?? story.cover;
  const before = scenes[Math.max(0, index - 1)] ?? scene;
  const scrub = story.steps[index - 1]?.scrub ?? false;
  return { scene, before, progress: scrub ? Math.max(0, Math.min(1, progress)) : 1 };
}

/** Charts of one key are states of one drawing. */
export const chartKey = (chart: Chart): string => `${chart.kind} ${'whole' in chart ? chart.whole : chart.drawing}`;

/** Ids of the facts that a chart draws; of dots, the one that its state is about. */
export function chartFacts(chart: Chart): string[] {
  switch (chart.kind) {
    case 'share':
      return [chart.whole, chart.part, chart.rest];
    case 'dots':
      return [chart.show];
    case 'bars':
      return chart.bars.flatMap(({ fact }) => fact ?? []);
    case 'timeline':
      return chart.events.flatMap(({ fact }) => fact ?? []);
    default:
      return [];
  }
}

/** Ids of the sources that charts of tables are from; those of facts are known by the facts. */
export const chartSources = (story: Story): string[] =>
  scenesOf(story).flatMap(({ chart }) => (chart && 'sources' in chart ? chart.sources : []));

/** Scenes of one key are seen in one view: the same frame of the map, or states of one chart. */
export function viewKey({ chart, frame, framePhone }: Scene): string {
  return chart ? chartKey(chart) : JSON.stringify([frame, framePhone]);
}
