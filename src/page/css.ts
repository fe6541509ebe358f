import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Features, transform } from 'lightningcss';
import { groundCss } from '../graphics/map/ground.ts';
import { paletteCss, paperCss, themeCss } from '../graphics/palette.ts';

const text = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** The styles that the page needs before any script, to stand in its head; `fonts` are its faces. */
export function pageCss(coverRatio: number, fonts: string): string {
  const ratio = `.cover-map{--ratio:${coverRatio.toFixed(4)}}`;
  return minify(
    [
      paletteCss(),
      fonts,
      text('./stand-ins.css'),
      text('./styles.css'),
      groundCss(),
      text('../graphics/map/map.css'),
      text('../graphics/charts/charts.css'),
      ratio,
    ].join('\n'),
  );
}

/** What the script brings for the stage, notes and tables. */
export const liveCss = (): string =>
  minify([themeCss(), text('./live.css'), text('../graphics/map/instruments.css'), text('../graphics/charts/live.css')].join('\n'));

/** Styles of embed.html, over those of the story. */
export const embedPageCss = (story: string): string => story + minify(text('./embed-page.css'));

/** For a story with pictures, quotes, chapters and the like. */
export const blocksCss = (): string => minify(text('./blocks.css'));

/** What a page needs for its language beside its faces: the mirrored plan of a story that is read from right to left. */
export const languageCss = (faces: string, rtl: boolean): string =>
  minify(faces + (rtl ? `@media screen{${text('./rtl.css')}}${text('./rtl-graphics.css')}` : ''));

/** Styles for paper, and for readers who ask for more contrast or for their own colours: one link, which holds up nobody else. */
export const otherMedia = 'print,(prefers-contrast:more),(forced-colors:active)';
export const otherCss = (handout: string): string =>
  minify(
    [
      `@media print{${paperCss()}${text('./print.css')}${handout}}`,
      `@media screen and (prefers-contrast:more){${text('./contrast.css')}}`,
      `@media screen and (forced-colors:active){${text('./forced.css')}}`,
    ].join('\n'),
  );

/** What a still picture needs to stand alone. */
export function stillCss(rtl: boolean): string {
  const faces = `:root{--sans:'Golos fallback','Golos fallback Android',system-ui,sans-serif;--serif:'STIX fallback','STIX fallback Android',Georgia,serif}`;
  // Charts run from the right, as on the page.
  const mirrored = rtl ? text('./rtl-graphics.css') : '';
  return minify([paletteCss(), text('./stand-ins.css'), faces, groundCss(), ...graphics.map(text), mirrored].join('\n'));
}

const graphics = [
  '../graphics/map/map.css',
  '../graphics/map/instruments.css',
  '../graphics/charts/charts.css',
  '../graphics/charts/live.css',
];

/** README's baseline, as Lightning CSS writes versions: major × 65536 + minor × 256. */
const targets = { chrome: 110 << 16, edge: 110 << 16, firefox: 115 << 16, safari: (16 << 16) | (4 << 8) };

const minified = new Map<string, string>();

/** Kept, since the dev server makes the page again at each change and its styles at few of them. */
function minify(css: string): string {
  const known = minified.get(css) ?? minifiedAnew(css);
  minified.set(css, known);
  return known;
}

function minifiedAnew(css: string): string {
  // The colours of both schemes are written out: without this, variables for light-dark() are put beside them.
  const exclude = Features.LightDark;
  return transform({ filename: 'page.css', code: new TextEncoder().encode(css), minify: true, targets, exclude }).code.toString();
}
