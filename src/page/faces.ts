import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Faces for a language's letters, which the two type families lack. */
interface Letters {
  /** The letters, and the same as CSS writes them. */
  pattern: RegExp;
  range: string;
  faces: { family: string; weight: string; file: string }[];
  standIns: { family: string; weight: string; css: string }[];
  /** What else the language needs. */
  css: string;
}

/** Above and below the baseline, in per cent of the size, as the families have them. */
const heights = { STIX: [76.2, 23.8], Golos: [98, 22] } as const;

/** A face of the reader's own machine, as wide as ours is on a page of prose, until ours comes: `wide` is ours over it. */
const standIn = (family: 'STIX' | 'Golos', weight: string, names: string[], wide: number) => {
  const [ascent, descent] = heights[family];
  const percent = (share: number) => `${Math.round(share * 10) / 10}%`;
  const source = names.map((name) => `local('${name}')`).join();
  const own = `size-adjust:${percent(wide * 100)};ascent-override:${percent(ascent / wide)};descent-override:${percent(descent / wide)}`;
  return { family: `${family} fallback`, weight, css: `src:${source};${own}` };
};
const dejaVu = ['DejaVu Sans', 'DejaVuSans'];
const dejaVuBold = ['DejaVu Sans Bold', 'DejaVuSans-Bold'];

const plex = (script: string, subset: string, weight: 400 | 600) => ({
  family: 'Golos Text',
  weight: String(weight),
  file: `@fontsource/ibm-plex-sans-${script}/files/ibm-plex-sans-${script}-${subset}-${weight}-normal.woff2`,
});

/**
 * By language subtag. They go under the families' own names and weights, each for its own letters, so that no style need know of
 * them. Korean has so many letters that one family must do for both.
 */
const letters: Record<string, Letters> = {
  ar: {
    pattern: /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/gu,
    range: 'U+600-6FF,U+750-77F,U+8A0-8FF',
    faces: [
      {
        family: 'STIX Two Text',
        weight: '400 700',
        file: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
      },
      plex('arabic', 'arabic', 400),
      plex('arabic', 'arabic', 600),
    ],
    // Measured over the 228 words of a story; only on Linux is it known what there is.
    standIns: [
      standIn('STIX', '400 500', dejaVu, 0.858),
      standIn('STIX', '600 700', dejaVuBold, 0.738),
      standIn('Golos', '400', dejaVu, 0.886),
      standIn('Golos', '600', dejaVuBold, 0.778),
    ],
    css: '',
  },
  ko: {
    pattern: /[\u1100-\u11ff\u3000-\u303f\u3130-\u318f\uac00-\ud7a3\uff00-\uffef]/gu,
    range: 'U+1100-11FF,U+3000-303F,U+3130-318F,U+AC00-D7A3,U+FF00-FFEF',
    faces: [plex('kr', 'korean', 400), plex('kr', 'korean', 600)],
    standIns: [],
    css: ":root{--serif:'STIX Two Text','Golos Text','STIX fallback','STIX fallback Android',Georgia,serif}",
  },
};

/**
 * Styles that bring the faces of the page's language, cut down to the characters of its text; empty where the two families have them
 * all. `addFont` puts a font's file on the shelf and gives its address.
 */
export function languageFaces(locale: string, text: string, addFont: (path: string, read: () => Uint8Array) => string): string {
  const own = letters[locale.split('-')[0] ?? ''];
  const used = own ? [...new Set(text.match(own.pattern))].sort().join('') : '';
  if (!own || !used) return '';
  const face = ({ family, weight, file }: Letters['faces'][number]) => {
    const address = addFont(`assets/${basename(file)}`, () => subsetOf(own, used).get(file) ?? new Uint8Array());
    // As high as its family, whose lines a browser sets by whichever of its faces has come first.
    const [ascent, descent] = heights[family === 'STIX Two Text' ? 'STIX' : 'Golos'];
    const metrics = `ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%`;
    return `@font-face{font-family:'${family}';src:url(${address});font-weight:${weight};font-display:swap;${metrics};unicode-range:${own.range}}`;
  };
  const stand = ({ family, weight, css }: Letters['standIns'][number]) =>
    `@font-face{font-family:'${family}';font-weight:${weight};${css};line-gap-override:0%;unicode-range:${own.range}}`;
  return [...own.faces.map(face), ...own.standIns.map(stand), own.css].join('');
}

/** The last one made for each language: while a story is written, its letters seldom change. */
const made = new Map<Letters, { used: string; fonts: Map<string, Uint8Array> }>();

function subsetOf(own: Letters, used: string): Map<string, Uint8Array> {
  const known = made.get(own);
  if (known?.used === used) return known.fonts;
  const files = own.faces.map(({ file }) => file);
  const { resolve } = createRequire(import.meta.url);
  const input = JSON.stringify({ paths: files.map((file) => resolve(file)), text: used });
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('./subset.mjs', import.meta.url))], { input, maxBuffer: 1 << 26 });
  const fonts = new Map((JSON.parse(output.toString()) as string[]).map((font, i) => [files[i] ?? '', Buffer.from(font, 'base64')]));
  made.set(own, { used, fonts });
  return fonts;
}
