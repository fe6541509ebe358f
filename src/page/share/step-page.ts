import { escapeHtml as esc } from '../../graphics/marks.ts';
import type { Step, Story } from '../../story.ts';
import { say } from '../../words/index.ts';
import { shortened } from './lines.ts';
import { at, cardPath, titleOf } from './names.ts';
import { altOf, pageTags } from './tags.ts';

/** What hosts of links show of a description. */
const descriptionLength = 200;

/**
 * A page that gives a step its own title, text and card where it is shared, and leads its reader to the step in the story.
 * It names its own address as og:url, since a host that was told another would show that page's card.
 */
export function stepPage(step: Step, story: Story, site: string | null): string {
  const title = titleOf(step, story);
  const shared = {
    title,
    description: shortened(step.text, descriptionLength),
    address: site && at(site, `${step.id}/`),
    image: site && at(site, cardPath(step.id)),
    alt: altOf(title, step.scene, story),
  };
  const target = esc(`../#${step.id}`);
  const canonical = site ? `<link rel="canonical" href="${esc(site)}">` : '';
  const place = say(story, story.words.page.stepOf, { n: story.steps.indexOf(step) + 1, total: story.steps.length });
  return (
    `<!doctype html><html lang="${esc(story.locale)}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${target}">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${pageTags(shared, story)}${canonical}<link rel="icon" href="data:,"></head>` +
    `<body><p>This page leads to ${place} of “${esc(story.title)}”: <a href="${target}">${esc(title)}</a>.</p></body></html>\n`
  );
}
