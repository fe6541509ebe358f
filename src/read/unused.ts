import type { Story } from '../story.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { SourceList } from './sources.ts';
import { nearest } from './suggest.ts';

/** What is written and leads nowhere: most likely a slip. Facts are all listed at the story's end, so none is unused. */
export function warnOfUnused(story: Story, { sources, located }: SourceList, layerSpots: ReadonlyMap<string, Spot>, report: Report): void {
  const usedSources = new Set([story.source, ...story.facts.map(({ source }) => source), ...story.layers.map(({ source }) => source)]);
  for (const { id, credit } of sources)
    if (!usedSources.has(id) && !credit && located)
      report.warning(
        located.keySpot([], id),
        `the source ${quote(id)} is used by no fact, layer or story`,
        'Leave it out, or name it where it is meant.',
      );
  const scenes = [story.cover, ...story.steps.map(({ scene }) => scene)];
  const usedLayers = new Set(scenes.flatMap(({ layers }) => layers));
  for (const { id } of story.layers) {
    const spot = layerSpots.get(id);
    if (!usedLayers.has(id) && spot)
      report.warning(spot, `the layer ${quote(id)} is drawn in no step`, 'Leave it out, or name it under layers:.');
  }
}

const fileNames = ['story.md', 'facts.csv', 'places.csv', 'layers.yaml', 'sources.yaml', 'README.md'];

/** Files of a name that is nearly one of the format's, and so would silently not be read. */
export function checkFileNames(files: string[], report: Report): void {
  for (const file of files) {
    if (file.includes('/') || fileNames.includes(file)) continue;
    const meant = nearest(file.replace(/\.yml$/, '.yaml'), fileNames);
    if (meant && !files.includes(meant))
      report.error(
        { file, line: 1, column: 1 },
        `expected a file of the story, found ${quote(file)}, which is not read`,
        `Did you mean "${meant}"?`,
      );
  }
}
