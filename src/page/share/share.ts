import type { Story } from '../../story.ts';
import type { Shelf } from '../shelf.ts';
import { stepPath } from './names.ts';
import { oembed } from './oembed.ts';
import { stepPage } from './step-page.ts';

/** Puts what stands beside the page for those who share it under names that others can know: the steps' own pages, and the oEmbed answer where the address is known. */
export function putShared(story: Story, site: string | null, shelf: Shelf): void {
  for (const step of story.steps) shelf.put(stepPath(step), () => stepPage(step, story, site));
  if (site) shelf.put('oembed.json', () => oembed(story, site));
}
