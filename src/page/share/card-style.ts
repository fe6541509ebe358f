import { palette } from '../../graphics/palette.ts';
import { stillCss } from '../css.ts';

/** The two families by the names in their files. */
export const faces = { serif: 'STIX Two Text', sans: 'Golos Text' };

/** What the renderer of the cards understands of CSS is its first level: literal colours, single selectors, long properties. */
export interface CardStyle {
  css: string;
  /** Classes whose text is set in capitals, which the renderer does not do. */
  capitals: ReadonlySet<string>;
}

export function cardStyle(rtl: boolean): CardStyle {
  const css = stillCss(false)
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/:root\{[^}]*\}/g, '')
    .replace(/:is\(([^,)]+)[^)]*\)/g, '$1')
    .replace(/\bfont:(\d+) ([\d.]+(?:px|em))\/[\d.]+ ([^;}]+)/g, 'font-weight:$1;font-size:$2;font-family:$3');
  // Letters that hang together have no space between them.
  return { css: literal(rtl ? css.replace(/letter-spacing:[^;}]+/g, '') : css), capitals: capitalClasses(css) };
}

/** Variables as what they are in the light. */
export function literal(text: string): string {
  const values: Record<string, string> = {
    ...Object.fromEntries(Object.entries(palette).map(([role, [light]]) => [role, light])),
    serif: `'${faces.serif}'`,
    sans: `'${faces.sans}'`,
  };
  return text.replace(/var\(--([\w-]+)\)/g, (found, name: string) => values[name] ?? found);
}

function capitalClasses(css: string): Set<string> {
  const rules = [...css.matchAll(/([^{}]+)\{[^}]*text-transform:uppercase/g)];
  return new Set(rules.flatMap(([, selector = '']) => [...selector.matchAll(/\.([\w-]+)(?=,|$)/g)].map(([, name = '']) => name)));
}
