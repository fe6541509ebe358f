import { formatFact } from '../scene/format.ts';
import type { Fact, Plate } from '../story.ts';
import { say } from '../words/index.ts';
import { capitalise, type FactBook } from './template.ts';

/** What a plate says of itself where the editor says nothing: how much, to which scale, and that it is no position. */
export function plateWords(area: Fact, less: Fact | null, { language }: FactBook): Pick<Plate, 'title' | 'note' | 'caption'> {
  const { plate } = language.words;
  const all = formatFact(area, language, 'both');
  return {
    title: less
      ? [`${capitalise(less.label)}: ${formatFact(less, language)}`, say(language, plate.partOf, { amount: all })]
      : [capitalise(all), say(language, plate.toScale)],
    note: [say(language, plate.notAPosition)],
    caption: say(language, plate.caption),
  };
}
