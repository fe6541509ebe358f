import { createRequire } from 'node:module';
import { toPng } from './png.ts';

const fonts = [
  '@expo-google-fonts/stix-two-text/600SemiBold/STIXTwoText_600SemiBold.ttf',
  '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf',
  '@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf',
];

/** What the faces hold. */
const covered = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * An SVG as a PNG of the SVG's own size, drawn off the main thread, with the page's faces and no others, so that it is
 * the same on every machine. Only a script that they lack is set in the fonts of the machine.
 */
export async function render(svg: string): Promise<Uint8Array> {
  // Only a build draws cards: nobody else waits for the renderer to load.
  const { renderAsync } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: !covered.test(svg), fontFiles: fonts.map((path) => resolve(path)), defaultFontFamily: 'Golos Text' },
  });
  return toPng(image.pixels, image.width);
}
