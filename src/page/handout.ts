import { formatNumber } from '../scene/format.ts';
import type { Story } from '../story.ts';

/**
 * What a printed page says beyond the screen's: each figure's number among the notes, each source's letter, a line at
 * the foot of every page, and where the story is to be found. `address` is the page's own, null where it is not known.
 */
export function handoutCss(story: Story, address: string | null): string {
  // In brackets, since "km²" is no place for another small number.
  const notes = story.facts.map(({ id }, i) => {
    const number = formatNumber(i + 1, story);
    return content(`.fact[data-fact="${id}"]::after`, `[${number}]`) + content(`#fact-${id}::before`, number);
  });
  const sources = story.sources.map(
    ({ id }, i) => content(`.facts .sr[href="#source-${id}"]::after`, ` ${letter(i)}`) + content(`#source-${id}::before`, letter(i)),
  );
  const found = address ? [content('.title::after', address)] : [];
  const feet = `@page{@bottom-left{content:${quoted(story.title)}}@bottom-right{content:counter(page)}}`;
  return [...notes, ...sources, ...found, feet].join('\n');
}

const content = (selector: string, text: string): string => `${selector}{content:${quoted(text)}}`;

/** A … Z, AA … */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** As a string in CSS. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;
