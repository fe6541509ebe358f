import type { Size } from '../../scene/camera.ts';
import type { Chart, Step, Story } from '../../story.ts';

/** What every host of shared links shows whole, px. */
export const cardSize: Size = { width: 1200, height: 630 };

/** Path of a step's card; of the whole story's without one, for `story` is no step's id. */
export const cardPath = (step = 'story'): string => `cards/${step}.png`;

/** Where a step's own page stands, beside the story's: a folder, so that its address reads as the step's id. */
export const stepPath = ({ id }: Step): string => `${id}/index.html`;

/** A step need not have a heading. */
export const titleOf = ({ title, scene }: Step, story: Story): string => title || scene.chart?.title || story.title;

/** Whether a chart takes its phone's form on a card: dots do, whose blocks of dots and of rings then meet at a long edge. */
export const isNarrow = ({ kind }: Chart): boolean => kind === 'dots';

/** Absolute address of what stands beside the page. */
export const at = (site: string, path: string): string => new URL(path, site).href;
