import { expect, test } from 'vitest';
import { derive } from '../../src/read/derive.ts';
import { createReport } from '../../src/read/report.ts';
import type { Fact } from '../../src/story.ts';
import { factOf } from '../scene/fact-of.ts';

type Own = Partial<Fact> & { id: string };

/** Facts with a formula have no numbers of their own; the formula of each begins in column 10. */
function derived(facts: Own[], alreadyBroken: string[] = [], qualifiers: Record<string, string> = {}) {
  const report = createReport();
  const [broken, used] = [new Set(alreadyBroken), new Set<string>()];
  const written = facts.map((own, index) => ({
    fact: factOf({ label: own.id, unit: '', ...own }),
    qualifier: qualifiers[own.id] ?? '',
    spot: (column: string) => ({ file: 'facts.csv', line: index + 2, column: column === 'formula' ? 10 : 1 }),
  }));
  const out = derive(written, broken, used, report);
  const said = report.issues.map(
    ({ line, column, message, suggestion }) => `${line}:${column} ${message}${suggestion ? ` → ${suggestion}` : ''}`,
  );
  return { facts: new Map(out.map((fact) => [fact.id, fact])), broken: [...broken].sort(), used: [...used].sort(), said };
}
const lake: Own = { id: 'lake', low: 310, high: 310, unit: 'km2', date: '2031-05', decimals: 1 };
const share: Own = { id: 'share', low: 25, high: null, qualifier: 'more than', unit: '%', date: '2031-06' };
const about: Own = { id: 'about', low: 40, high: 40, qualifier: 'about', unit: 'km2' };
const crowd: Own = { id: 'crowd', qualifier: 'in words', words: ['thousands'] };
const half: Own = { id: 'half', low: 50, high: 50, unit: '%' };

test('facts follow from others in whatever order they are written, and what is named is used', () => {
  const { facts, said, used, broken } = derived([
    { id: 'left', unit: 'km2', formula: 'lake - dry' },
    { id: 'dry', unit: 'km2', formula: 'lake * share' },
    share,
    lake,
  ]);
  expect(said).toEqual([]);
  expect(facts.get('dry')).toMatchObject({
    low: 77.5,
    high: null,
    qualifier: 'more than',
    speaker: 'derived',
    date: '2031-06',
    decimals: 0,
  });
  expect(facts.get('left')).toMatchObject({ low: null, high: 232.5, qualifier: 'less than', date: '2031-06', decimals: 1 });
  expect([used, broken]).toEqual([['dry', 'lake', 'share'], []]);
});

test('a result is as exact as what it follows from, and keeps its own date and speaker', () => {
  const { facts } = derived([
    lake,
    about,
    half,
    { id: 'sum', unit: 'km2', formula: 'lake + about', date: '2030', speaker: 'survey' },
    { id: 'twice', unit: 'km2', formula: 'lake * 2' },
    { id: 'range', unit: 'km2', formula: 'lake - spread' },
    { id: 'spread', low: 1, high: 2, qualifier: 'range', unit: 'km2' },
    { id: 'quarter', unit: '%', formula: 'half * 0.5' },
    { id: 'undated', unit: 'km2', formula: 'about' },
  ]);
  expect(facts.get('sum')).toMatchObject({ low: 350, qualifier: 'about', date: '2030', speaker: 'survey' });
  expect(facts.get('twice')).toMatchObject({ low: 620, high: 620, qualifier: 'exact', date: '2031-05' });
  expect(facts.get('range')).toMatchObject({ low: 308, high: 309, qualifier: 'range' });
  expect(facts.get('quarter')).toMatchObject({ low: 25, high: 25 });
  expect(facts.get('undated')?.date).toBeNull();
});

test.each<[name: string, formula: string, said: string]>([
  ['an id that is near to one', 'lake + abot', '2:17 expected the id of a fact, found "abot" → Did you mean "about"?'],
  ['a minus without spaces', 'lake-about', '2:10 expected the id of a fact, found "lake-about" → A minus needs a space on both sides.'],
  ['a fact in words', 'lake + crowd', '2:17 expected a fact with a number, found "crowd", which is in words only'],
  ['itself', 'lake + own', '2:17 expected facts that do not need this one, found "own", which does'],
  ['nought below', 'lake / 0', '2:15 expected a divisor that is not nought, found one that may be'],
  ['no bound at all', 'share - share', '2:10 expected a result with a bound, found none: both the lower and the upper figure are open'],
])('a formula with %s is told of where it is wrong, and its fact is broken', (_, formula, said) => {
  const { said: all, broken } = derived([{ id: 'own', formula }, lake, about, share, crowd]);
  expect([all, broken]).toEqual([[said], ['own']]);
});

test('an id with a hyphen is no difference where only one side of it is a fact', () => {
  expect(derived([{ id: 'own', formula: 'lake-size' }, lake]).said[0]).not.toMatch(/minus/);
  expect(derived([{ id: 'own', formula: 'size-lake' }, lake]).said[0]).not.toMatch(/minus/);
});

test('what needs a broken fact is broken without a word; a circle is told of once on its way', () => {
  expect(derived([{ id: 'own', formula: 'lake + gone' }, lake], ['gone'])).toMatchObject({ said: [], broken: ['gone', 'own'] });
  expect(derived([lake, { id: 'own', formula: 'lake + 1' }, { id: 'next', formula: 'own + 1' }], ['lake'])).toMatchObject({
    said: [],
    broken: ['lake', 'next', 'own'],
  });
  const circle = derived([
    { id: 'a', formula: 'b + 1' },
    { id: 'b', formula: 'a + 1' },
  ]);
  expect(circle).toMatchObject({ said: ['3:10 expected facts that do not need this one, found "a", which does'], broken: ['a', 'b'] });
});

test('a unit and a qualifier that do not follow from the formula are told of; an empty one is not', () => {
  const own = (unit: string, qualifier = '') => derived([{ id: 'own', unit, formula: 'lake + lake' }, lake], [], { own: qualifier }).said;
  expect(own('people')).toEqual(['2:1 expected the unit "km2", which follows from the formula, found "people"']);
  expect(own('km2', 'about')).toEqual(['2:1 expected "exact", which follows from the formula, or nothing, found "about"']);
  expect([own('km2', 'exact'), own('')]).toEqual([[], []]);
});

test('a unit that is forgotten is asked for where it is missing', () => {
  const bare: Own = { ...lake, unit: '' };
  expect(derived([{ id: 'dry', unit: 'km2', formula: 'lake * share' }, bare, share])).toMatchObject({
    said: ['3:1 expected the unit "km2", because "dry" follows from this fact, found nothing'],
    broken: ['dry', 'lake'],
  });
  const quiet = (unit: string, formula: string, ...facts: Own[]) => derived([{ id: 'own', unit, formula }, bare, share, ...facts]).said;
  // A bare number times a share may be of anything else, or stand for itself; two bare ones may be two things.
  expect(quiet('mm', 'lake * share')).toEqual([]);
  expect(quiet('km2', 'lake * 2')).toEqual([]);
  expect(quiet('km2', 'lake * share * other', { id: 'other', low: 2, high: 2 })).toEqual([]);
  expect(quiet('km2', 'lake * about', about)).toEqual([]);
});
