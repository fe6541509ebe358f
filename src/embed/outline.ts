import { limits } from './message.ts';

export const clamp = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

/** `x, y, width, height` of each rectangle → a `clip-path` round as many as there may be; `none` where there is none. */
export function outline(values: readonly number[]): string {
  const sound = values.slice(0, limits.cards * 4).map((value) => clamp(value, [-limits.awayPx, limits.awayPx]));
  let path = '';
  for (let i = 0; i + 3 < sound.length; i += 4) path += `M${sound[i]} ${sound[i + 1]}h${sound[i + 2]}v${sound[i + 3]}H${sound[i]}z`;
  return path ? `path("${path}")` : 'none';
}
