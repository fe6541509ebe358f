import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encode } from '../../src/page/media/encode.ts';
import { mediaOf } from '../../src/page/media/media.ts';
import { variantsOf } from '../../src/page/media/names.ts';
import { read } from '../../src/read/index.ts';
import { folder } from '../read/story-of.ts';

const files = folder('tests/fixtures/blocks');
const gauge = files.get('media/gauge.jpg') ?? new Uint8Array();
const picture = { file: 'media/gauge.jpg', width: 900, height: 1200 };

test('a picture comes in the sizes that screens ask for, never wider than it is', () => {
  const widths = (width: number) => variantsOf({ ...picture, width }, gauge).webp.map((one) => one.width);
  expect([300, 500, 900, 1000, 5000].map(widths)).toEqual([[300], [500], [480, 900], [480, 1000], [480, 960, 1600]]);
  expect(variantsOf(picture, gauge).jpeg.width).toBe(900);
});

test('its address changes with the file, and needs no escape', () => {
  const pathOf = (bytes: Uint8Array, file = picture.file) => variantsOf({ ...picture, file }, bytes).jpeg.path;
  expect(pathOf(gauge)).toMatch(/^assets\/gauge-900-[0-9a-f]{8}\.jpg$/);
  expect(pathOf(gauge.slice(1))).not.toBe(pathOf(gauge));
  expect(pathOf(gauge, 'media/Der Pegel, März (1).jpg')).toMatch(/^assets\/Der-Pegel-M-rz-1-900-[0-9a-f]{8}\.jpg$/);
});

test('it stands upright, and says nothing of the camera or the place', async () => {
  for (const variant of [...variantsOf(picture, gauge).webp, variantsOf(picture, gauge).jpeg]) {
    const { width, height, format, exif, orientation } = await sharp(await encode(gauge, variant)).metadata();
    expect([width, height, format]).toEqual([variant.width, Math.round((variant.width * 4) / 3), variant.format]);
    expect([exif, orientation]).toEqual([undefined, undefined]);
  }
});

test('all that the page names is made, and what is broken inside says which file it is', async () => {
  const { story } = read(files);
  const paths = [...mediaOf(story ? [story] : [], files).keys()].map((path) => path.replace(/-[0-9a-f]{8}\./, '.'));
  expect(paths.sort()).toEqual(
    ['gauge-480.webp', 'gauge-900.jpg', 'gauge-900.webp', 'jetty-1600.jpg', 'jetty-1600.webp', 'jetty-480.webp', 'jetty-960.webp']
      .concat(['water-1280.jpg', 'water-1280.webp', 'water-480.webp', 'water-960.webp', 'water.vtt', 'water.webm'])
      .map((name) => `assets/${name}`),
  );
  const broken = new Map(files).set('media/gauge.jpg', gauge.slice().fill(0xfe, 4000, 4400));
  const made = [...mediaOf(story ? [story] : [], broken)].find(([path]) => path.startsWith('assets/gauge'))?.[1];
  await expect(made?.()).rejects.toThrow(/^The picture media\/gauge.jpg could not be drawn .*so nothing was built/);
});
