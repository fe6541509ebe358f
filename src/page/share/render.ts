import { createRequire } from 'node:module';

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
  // Only a build draws cards: nobody else waits for the renderers to load.
  const [{ renderAsync }, { default: sharp }] = await Promise.all([import('@resvg/resvg-js'), import('sharp')]);
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: !covered.test(svg), fontFiles: fonts.map((path) => resolve(path)), defaultFontFamily: 'Golos Text' },
  });
  const { width, height, pixels } = image;
  // All its colours: a palette would halve the bytes and double the time, and only the servers of other sites fetch a card.
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer();
}
