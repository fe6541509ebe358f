import { expect, test } from 'vitest';
import { embedPage } from '../../src/page/embed-page.ts';
import { shortest } from './shared-story.ts';

const decoded = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The codes of the page, as they are copied. */
const codesIn = (html: string) => [...html.matchAll(/<code>([^<]*)<\/code><\/pre>/g)].map(([, code = '']) => decoded(code));

test('what is copied is markup in which the title is a text, whatever stands in it', () => {
  const title = `"Dry"><script>alert(1)</script> & 'more'`;
  const story = { ...shortest(), title, site: 'https://example.org/a&b/' };
  const codes = codesIn(embedPage({ story, script: 'x.js', css: '' })).filter((code) => code.includes('<iframe'));
  expect(codes).toHaveLength(3);
  for (const code of codes) {
    expect(code).not.toContain('<script>');
    expect(decoded(/title="([^"]*)"/.exec(code)?.[1] ?? '')).toBe(title);
    expect(decoded(/src="([^"]*)\?/.exec(code)?.[1] ?? '')).toBe('https://example.org/a&b/');
  }
});
