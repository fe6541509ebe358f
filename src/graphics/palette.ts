/**
 * One table of colour roles, light and dark: the page's CSS variables, the static pictures and the WebGL paint
 * all come from here. Roles say what a thing is in any story; no story's own word is among them.
 */
export const palette = {
  paper: ['#f2f5f6', '#121619'],
  card: ['#fcfdfd', '#1b2023'],
  ink: ['#161a1d', '#e5e8ea'],
  'ink-2': ['#3c4246', '#b7bbbd'],
  'ink-3': ['#575d61', '#8f9598'],
  rule: ['#d0d5d7', '#343a3e'],
  control: ['#777f83', '#747c80'],
  land: ['#dce2e3', '#24292c'],
  'land-2': ['#eaeeef', '#2e3336'],
  neighbour: ['#f2f4f5', '#1c2123'],
  water: ['#c0d2da', '#081116'],
  river: ['#7ca5bb', '#396077'],
  'water-label': ['#3b5764', '#85a0ad'],
  'border-state': ['#30363b', '#a6acaf'],
  'border-region': ['#acb2b5', '#494f53'],
  focus: ['#edcea7', '#553c23'],
  'focus-edge': ['#9b5100', '#e09c54'],
  accent: ['#a15501', '#eaa657'],
  link: ['#7c3e03', '#eeb775'],
  /** what is left of a whole */
  rest: ['#b46b19', '#cc8c4c'],
  /** the part of a whole that has turned */
  part: ['#777f83', '#7a8286'],
  /** one of a count */
  unit: ['#777f83', '#7a8286'],
  uncertain: ['#777f83', '#7a8286'],
  /** a smaller count inside it */
  emphasis: ['#111417', '#f1f4f5'],
  /** the smallest, which the eye must find */
  accented: ['#a75000', '#f5ad5a'],
  /** what is compared, in the order in which it is written */
  'series-1': ['#a75000', '#f5ad5a'],
  'series-2': ['#4570a8', '#3a75bf'],
  'series-3': ['#152127', '#d1e1e9'],
  'series-4': ['#235d5a', '#95cbbb'],
  'series-5': ['#5f055b', '#c882c2'],
  label: ['#1a1d20', '#eaedef'],
  'label-2': ['#444a4e', '#b7bbbd'],
  halo: ['#eff2f3', '#181c1f'],
  arc: ['#9e4f00', '#e5a157'],
  mark: ['#f8dfbb', '#50371b'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Role = keyof typeof palette;

const block = (index: 0 | 1): string =>
  Object.entries(palette)
    .map(([role, value]) => `--${role}:${value[index]}`)
    .join(';');

/** The palette as CSS custom properties: light first; dark follows the reader's setting, unless `data-theme` says light. */
export const paletteCss = (): string =>
  `:root{color-scheme:light dark;${block(0)}}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${block(1)}}}`;

/** What `data-theme` asks for against the reader's setting. Only a script sets it, so it comes with the script. */
export const themeCss = (): string => `:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark;${block(1)}}`;

/** Paper is light, whatever the reader has chosen for the screen. */
export const paperCss = (): string => `:root:root:root{color-scheme:light;${block(0)}}`;
