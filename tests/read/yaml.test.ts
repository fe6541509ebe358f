import { expect, test } from 'vitest';
import { createReport } from '../../src/read/report.ts';
import { createText } from '../../src/read/text.ts';
import { parseYaml } from '../../src/read/yaml.ts';

function parse(text: string) {
  const report = createReport();
  const { value } = parseYaml(createText('a.yaml', text), 0, text.length, report);
  return { value, issues: report.issues.map(({ line, column, message }) => `${line}:${column} ${message}`) };
}

test.each([
  ['a: "x\nb: y\n', '1:4 expected " to close what begins here with ", found none'],
  ['a: "x\nb: "y"\n', '1:4 expected " to close what begins here with ", found none'],
  ["a: 'x\nb: y\n", "1:4 expected ' to close what begins here with ', found none"],
  ['a: [x, y\nb: z\n', '1:4 expected ] to close what begins here with [, found none'],
  ['a: [x, y\nb: [z]\nc: {d: e}\n', '1:4 expected ] to close what begins here with [, found none'],
  ['- a: {b: [1, 2]\n  c: d\n', '1:6 expected } to close what begins here with {, found none'],
  ['a: x\nb y\n', '2:1 expected a key, a colon and a space, found "b y"'],
  ['a: x\nb:y\n', '2:1 expected a key, a colon and a space, found "b:y"'],
  ['a: x\n  b: y\n', '2:3 expected this line to be indented like its neighbours'],
  ['a: x: y\n', '1:4 expected one text behind the key, found another ": " in it'],
  ['a: @x\n', '1:4 expected quotes round a text that begins with a sign, found "a: @x"'],
  ['a:\n\tb: c\n', '2:1 expected spaces before the key, found a tab'],
  ['a: b\na: c\n', '2:1 expected each key once, found it again here'],
])('%j is told where it goes wrong', (text, expected) => {
  expect(parse(text).issues).toEqual([expected]);
});

test('YAML 1.2: no is a word, a date a text, and apostrophes and brackets in words are letters', () => {
  expect(parse("a: no\nb: 2025-01-11\nc: it's [sic] {here}\nd: # [ nothing\ne: 'it''s'\nf: \"a \\\" b\"\n")).toEqual({
    value: { a: 'no', b: '2025-01-11', c: "it's [sic] {here}", d: null, e: "it's", f: 'a " b' },
    issues: [],
  });
});

test('keys that every object has are refused, and change nothing', () => {
  const { value, issues } = parse('__proto__: {polluted: true}\nconstructor: x\na: b\n');
  expect(issues).toHaveLength(2);
  expect(value).toEqual({ a: 'b' });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
