import { expect, test } from 'vitest';
import { geography } from '../../../src/graphics/map/geography.ts';
import { layoutOverlay } from '../../../src/graphics/map/overlay.ts';
import { layerTopologies } from '../../../src/page/topologies.ts';
import { read } from '../../../src/read/index.ts';
import { fitBounds } from '../../../src/scene/camera.ts';
import { scenePadding } from '../../../src/scene/grid.ts';
import { folder } from '../../read/story-of.ts';

const { story, geo, topologies } = read(folder('tests/fixtures/lake'));
if (!story) throw new Error('the lake’s story is not one');
const shapes = geography(story.layers, layerTopologies(story, geo, topologies));
const [first] = story.steps;
if (!first) throw new Error('the lake’s story has no step');

const lay = (width: number, height: number, text: number) => {
  const size = { width, height };
  const padding = scenePadding(size, 300);
  return layoutOverlay(first.scene, {
    story,
    geo: shapes,
    camera: fitBounds(first.scene.frame, size, padding),
    size,
    padding,
    id: 'test',
    text,
  });
};
const keys = ({ labels }: ReturnType<typeof lay>) => labels.map(({ key }) => key).sort();

test('labels are as large as the reader’s text where all of them have room', () => {
  expect(lay(1440, 900, 1).text).toBe(1);
  expect(lay(1440, 900, 1.5).text).toBe(1.5);
  expect(keys(lay(1440, 900, 1.5))).toEqual(keys(lay(1440, 900, 1)));
});

test('where larger labels have no room they are less large, and no area loses its name', () => {
  const areas = (overlay: ReturnType<typeof lay>) => keys(overlay).filter((key) => key.startsWith('area'));
  const texts = new Set<number>();
  for (let width = 150; width <= 1440; width += 30) {
    const grown = lay(width, 420, 1.5);
    texts.add(grown.text);
    expect(areas(grown), `${width}`).toEqual(areas(lay(width, 420, 1)));
  }
  expect(texts.size).toBeGreaterThan(1);
});
