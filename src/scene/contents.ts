import type { Chart, Content, Story } from '../story.ts';
import { chartSources } from './scene-at.ts';

/** All content of a story, wherever it stands. */
export const contentOf = ({ steps, interludes, coda }: Story): Content[] =>
  [...steps, ...interludes, ...coda].flatMap(({ content }) => content);

/** Charts that stand between the steps. */
export const blockCharts = (story: Story): Chart[] => contentOf(story).flatMap((one) => (one.kind === 'chart' ? one.chart : []));

/** Ids of the sources that charts, pictures and quotes name. */
export const namedSources = (story: Story): string[] => [
  ...chartSources(story),
  ...blockCharts(story).flatMap((chart) => ('sources' in chart ? chart.sources : [])),
  ...contentOf(story).flatMap((one) => ('source' in one && one.source !== null ? one.source : [])),
];
