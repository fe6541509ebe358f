import { formatFact } from '../scene/format.ts';
import type { Fact, Plate } from '../story.ts';
import { capitalise, type FactBook } from './template.ts';

/** What a plate says of itself where the editor says nothing: how much, to which scale, and that it is no position. */
export function plateWords(area: Fact, less: Fact | null, { locale }: FactBook): Pick<Plate, 'title' | 'note' | 'caption'> {
  const all = formatFact(area, locale, 'both');
  return {
    title: less
      ? [`${capitalise(less.label)}: ${formatFact(less, locale)}`, `of ${all}`]
      : [capitalise(all), 'drawn to the scale of this map'],
    note: ['Not a position'],
    caption: 'Each square is one square kilometre',
  };
}
