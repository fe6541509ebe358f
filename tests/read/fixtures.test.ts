import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { folder, lineOf } from './story-of.ts';

const root = 'tests/fixtures';
const cases = readdirSync(root).sort();

test.each(cases)('%s: exactly the issues in its issues.txt', (name) => {
  const files = folder(join(root, name));
  const expected = new TextDecoder().decode(files.get('issues.txt') ?? new Uint8Array());
  files.delete('issues.txt');
  const { issues, story } = read(files);
  const found = issues.map((issue) => `${lineOf(issue)}\n`).join('');
  // A new case gets its list by `ISSUES=write npx vitest run tests/read`, to be read with care before it is kept.
  if (process.env.ISSUES === 'write' && found && !existsSync(join(root, name, 'issues.txt')))
    writeFileSync(join(root, name, 'issues.txt'), found);
  else expect(found).toBe(expected);
  expect(story === null).toBe(issues.some(({ severity }) => severity === 'error'));
});
