import { escapeHtml as esc } from '../../graphics/marks.ts';
import type { Story } from '../../story.ts';
import { at, cardPath, cardSize } from './names.ts';

/** The story's place in another page, px: the stepper fits it. */
const frame = { width: 800, height: 600 };

/** The answer of an oEmbed provider (oembed.com, 1.0) as a file, for there is one story to ask for. Provider and author are not known. */
export function oembed(story: Story, site: string): string {
  const address = new URL(site);
  address.searchParams.set('frame', 'stepper');
  const html = `<iframe src="${esc(address.href)}" title="${esc(story.title)}" width="${frame.width}" height="${frame.height}" style="max-width:100%;border:0" loading="lazy" allowfullscreen></iframe>`;
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: story.title,
    html,
    ...frame,
    thumbnail_url: at(site, cardPath()),
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    cache_age: 86_400,
  });
}
