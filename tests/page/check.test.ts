import { afterEach, expect, test, vi } from 'vitest';
import { check } from '../../src/page/check.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What is printed, and the exit code. */
function run(args: string[], story?: string): { said: string; code: unknown } {
  const printed: string[] = [];
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((text) => void printed.push(text));
  check(args, story);
  return { said: printed.join('\n'), code: process.exitCode };
}

test('a right story ends with 0, one with an error with 1', () => {
  expect(run(['tests/fixtures/lake'])).toEqual({ said: 'No mistakes.', code: 0 });
  expect(run(['tests/fixtures/misnamed-file']).code).toBe(1);
  expect(run(['tests/fixtures/unused']).code).toBe(0);
});

test('the folder is the argument, else STORY, else data', () => {
  expect(run([], 'tests/fixtures/misnamed-file').said).toContain('tests/fixtures/misnamed-file/fact.csv:1:1  error: ');
  expect(run(['tests/fixtures/lake'], 'tests/fixtures/misnamed-file').code).toBe(0);
  expect(run([]).said).toBe('No mistakes.');
});

test.each<[string[], RegExp]>([
  [['--formt', 'json'], /^Unknown option '--formt'\.\nnpm run check -- /],
  [['--format', 'xml'], /^expected --format text, github, json; found "xml"\./],
  [['--format'], /argument missing/],
  [['nowhere'], /^expected a story folder, found no folder "nowhere"\./],
  [['a', 'b'], /^expected one story folder, found 2\./],
])('%j is not understood, and ends with 2', (args, said) => {
  const made = run(args);
  expect(made.said).toMatch(said);
  expect(made.code).toBe(2);
});
