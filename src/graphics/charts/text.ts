import type { Fact } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { textWidth as measure } from '../text-width.ts';

/** Facts as the story holds them, or already by id. */
export type Facts = readonly Fact[] | ReadonlyMap<string, Fact>;

/** The fact of that id; its absence is a bug of ours, because `read` has resolved every reference. */
export function factOf(facts: Facts, id: string): Fact {
  const fact = 'get' in facts ? facts.get(id) : facts.find((one) => one.id === id);
  if (!fact) throw new Error(`no such fact: ${id}`);
  return fact;
}

export function allFacts(facts: Facts): Fact[] {
  return 'get' in facts ? [...facts.values()] : [...facts];
}

/** Px to two decimals: exact for every pitch that is used here, so that relative paths do not drift. */
export const px = (value: number): number => Number(value.toFixed(2));

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** 0 before `from`, 1 after `to`, straight between. */
export const ramp = (value: number, from: number, to: number): number => clamp((value - from) / (to - from), 0, 1);

export interface TextOptions {
  anchor?: 'start' | 'end' | 'middle';
  opacity?: number;
}

export function textMark(key: string, text: string, x: number, y: number, className: string, options: TextOptions = {}): Mark {
  const { anchor = 'start', opacity = 1 } = options;
  return {
    key,
    tag: 'text',
    attrs: {
      class: className,
      x: px(x),
      y: px(y),
      'text-anchor': anchor === 'start' ? null : anchor,
      opacity: opacity === 1 ? null : px(opacity),
    },
    text,
  };
}

/** Width in px, from the table that both halves share. */
export function textWidth(text: string, sizePx: number, bold = false): number {
  return measure(text, { sizePx, weight: bold ? 600 : 400 });
}

/** The serif of the large figures is narrower than the sans by a good tenth. */
export function serifWidth(text: string, sizePx: number): number {
  return textWidth(text, sizePx, true) * 0.88;
}

/** The first of the texts that is no wider than that, else the last, which is the shortest. */
export function firstFitting(texts: readonly string[], widthPx: number, sizePx: number, bold = false): string {
  return texts.find((text) => textWidth(text, sizePx, bold) <= widthPx) ?? texts.at(-1) ?? '';
}

/** The outline that the page shows round a lit group; also where the group takes a pointer. */
export function litOutline(d: string): Mark {
  return { key: 'lit', tag: 'path', attrs: { class: 'lit-outline', d } };
}
