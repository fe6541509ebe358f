import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, layoutShifts, place, type SizeName, scrollToStep, settle, sizes, stepIds, test } from '../story.ts';

test('nothing of Kursk sticks to another story', () => {
  const folder = place('LAKE_FOLDER');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  expect(files).toContain('index.html');
  // The list of the world's cities has theirs, whatever the story.
  const own = files.filter((name) => !/cities-/.test(name));
  const stuck = own.filter((name) => /kursk|sudzha|ukrain|kyiv|zelensk|pyongyang/i.test(name + readFileSync(join(folder, name), 'utf8')));
  expect(stuck).toEqual([]);
});

for (const size of Object.keys(sizes) as SizeName[]) {
  test(`another story is told as well on a ${size}`, async ({ open }) => {
    const page = await open({ address: place('LAKE_URL'), size });
    await settle(page, 'cover');
    await expect(page).toHaveTitle('A lake a quarter smaller');
    for (const id of await stepIds(page)) await scrollToStep(page, id);
    expect(await layoutShifts(page)).toEqual([]);
  });
}
