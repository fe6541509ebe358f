import type { Geography } from '../../graphics/map/geography.ts';
import type { Story } from '../../story.ts';
import { stepCard, storyCard } from './card.ts';
import { cardStyle } from './card-style.ts';
import { cardPath } from './names.ts';
import { render } from './render.ts';

/** The cards by their paths. */
export async function drawCards(story: Story, shapes: Geography): Promise<Map<string, Uint8Array>> {
  const style = cardStyle(story.rtl);
  const drawn = [
    { path: cardPath(), image: render(storyCard(story, shapes, style)) },
    ...story.steps.map((step) => ({ path: cardPath(step.id), image: render(stepCard(step, story, shapes, style)) })),
  ];
  return new Map(await Promise.all(drawn.map(async ({ path, image }): Promise<[string, Uint8Array]> => [path, await image])));
}
