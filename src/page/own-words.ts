import { escapeHtml as esc } from '../graphics/marks.ts';
import type { Story } from '../story.ts';
import { say } from '../words/index.ts';

type PageWords = Story['words']['page'];

/** The page's own words as markup, none of which has anything put in. */
export const own = (story: Story): Record<keyof PageWords, string> =>
  Object.fromEntries(Object.entries(story.words.page).map(([key, message]) => [key, esc(say(story, message))])) as Record<
    keyof PageWords,
    string
  >;
