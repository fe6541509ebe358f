import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a build of a wrong story says every mistake, and leaves the last good build as it is', () => {
  const builtMs = () => (existsSync('dist') ? statSync('dist').mtimeMs : null);
  const before = builtMs();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/page/build.mjs'], {
    env: { ...process.env, STORY: 'tests/fixtures/misnamed-file' },
    encoding: 'utf8',
  });
  const said = stdout + stderr;
  expect(said).toMatch(/misnamed-file\/fact\.csv:1:1 {2}error: /);
  expect(said).toMatch(/misnamed-file has \d mistakes, so nothing was built\. The last good build is untouched\.$/m);
  expect(status).toBe(1);
  expect(builtMs()).toBe(before);
});
