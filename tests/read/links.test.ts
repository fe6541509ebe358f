import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, storyText } from './story-of.ts';

const others = {
  'sources.yaml': 'survey: {title: A survey}\n',
  'facts.csv': 'id,label,low,high,qualifier,unit,source\nsize,Size,310,310,as stated,km2,survey\nshare,Share,25,,more than,%,survey\n',
};

/** A step with this text: its HTML, and what is wrong with it. */
function told(text: string) {
  const { story, issues } = read(filesOf({ 'story.md': storyText({ text: [text, 'Two.'] }), ...others }));
  const [first] = story?.steps[0]?.content ?? [];
  return {
    html: first?.kind === 'prose' ? first.html : null,
    wrong: issues.filter(({ severity }) => severity === 'error').map(({ message, suggestion }) => `${message} → ${suggestion}`),
  };
}
const linkTo = (href: string) => told(`See [it](${href}).`);

test.each([
  ['https://example.org/a?b=c', '<a class="external" href="https://example.org/a?b=c" rel="noopener noreferrer">'],
  ['HTTP://example.org', '<a class="external" href="HTTP://example.org" rel="noopener noreferrer">'],
  ['mailto:ada.lund@mail.example.org', '<a href="mailto:ada.lund@mail.example.org">'],
  ['#second', '<a href="#second">'],
])('a link to %s leads there', (href, tag) => {
  expect(linkTo(href).html).toContain(`See ${tag}it</a>`);
});

const runsNothing = 'A link leads to a page, a mailbox, a step or a fact, and runs nothing.';
const wholeAddress = 'A page of another site is written with its whole address, which begins with https://';
const mailbox = 'Write mailto: and an address such as name@example.org.';

test.each([
  ['javascript:alert(1)', runsNothing],
  ['javascript:https://example.org', runsNothing],
  ['data:text/html,x', runsNothing],
  ['//example.org', wholeAddress],
  ['page', wholeAddress],
  ['page#second', wholeAddress],
  ['https:///etc', 'Did you mean "https://etc"?'],
  ['mailto:ada', mailbox],
  ['mailto:ada@', mailbox],
  ['mailto:a@b@example.org', mailbox],
  ['mailto:ada@example.org@', mailbox],
  ['not-a-mailto:ada@example.org', runsNothing],
  ['', 'Write the address between the parentheses.'],
  ['size', 'Did you mean "fact:size"?'],
  ['second', 'Did you mean "#second"?'],
  ['www.example', 'Did you mean "https://www.example"?'],
  ['example.org', 'Did you mean "https://example.org"?'],
  ['www2.mail.example.org/a', 'Did you mean "https://www2.mail.example.org/a"?'],
  ['htps://example.org', 'Did you mean "https://example.org"?'],
  ['htps:example.org', 'Did you mean "https://example.org"?'],
  ['hhttp://example.org', 'Did you mean "http://example.org"?'],
  ['mailt:ada@example.org', 'Did you mean "mailto:ada@example.org"?'],
  ['fcat:size', 'Did you mean "fact:size"?'],
  ['#', null],
  ['#two.words', null],
])('a link to %j leads nowhere: %s', (href, cure) => {
  const { html, wrong } = linkTo(href);
  expect([html, wrong]).toEqual([null, [`expected a link to https://…, mailto:…, #… or fact:…, found "${href}" → ${cure}`]]);
});

test.each([
  ['#secnd', 'expected the id of a step behind #, found "secnd", which the page has not → Did you mean "second"?'],
  ['#size', 'expected the id of a step behind #, found "size", which the page has not → A link to a fact is written fact:size.'],
])('a link to %s is told what it may have meant', (href, said) => {
  expect(linkTo(href).wrong).toEqual([said]);
});

test('what stands round a link to a fact belongs to its number, over the ends of lines; what another link says does not', () => {
  const right = [
    'More than [25 per cent](fact:share).',
    'It is more\nthan [25 per cent](fact:share).',
    'It is more\\\nthan [25 per cent](fact:share).',
    'It is [more than\n25 per cent](fact:share).',
    '[310](fact:size) km² and more than [25 per cent](fact:share)',
    '[310](fact:size)\nkm².',
  ];
  expect(right.flatMap((text) => told(text).wrong)).toEqual([]);
  const wrong = [
    '[More than](#second) it, [25 per cent](fact:share).',
    '[25 per cent](fact:share) is not more than it.',
    'A km² of [310](fact:size).',
  ];
  expect(wrong.map((text) => told(text).wrong.length)).toEqual([1, 1, 1]);
});
