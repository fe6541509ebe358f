import { readdirSync } from 'node:fs';
import { expect, place, scrollToStep, settle, test } from '../story.ts';
import {
  breakings,
  browsersWords,
  expectAlive,
  expectArticle,
  expectFacts,
  expectSize,
  expectToolsWork,
  type FileName,
  files,
  listen,
} from './faults.ts';

/** Files that no page of the story asks for by itself: pages, what others link to, and what readers save. */
const given =
  /^([\w-]+\/)?[\w-]+\.html$|^cards\/|^data[^/]*\/|^embed\.(js|d\.ts)$|^(policy|third-party-notices)\.txt$|^assets\/embedPage-|^oembed\.json$/;

test('every file of a build is of a kind that is tried here, or is asked for by no page', () => {
  for (const folder of ['STORY_FOLDER', 'LAKE_FOLDER', 'BLOCKS_FOLDER'] as const) {
    const built = readdirSync(place(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = built.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(place(folder).length + 1));
    expect(names.length).toBeGreaterThan(30);
    const kindsOf = (name: string) => Object.values(files).filter((pattern) => pattern.test(`/${name}`)).length + Number(given.test(name));
    expect(names.filter((name) => kindsOf(name) !== 1)).toEqual([]);
  }
});

/** What the reader has without a file, and what the console says; nothing where the page does not need it. */
const without: Record<
  Exclude<FileName, 'pictures, films and captions'>,
  { pictures: 'article' | ('drawn' | 'still')[]; said: RegExp | null }
> = {
  'the first script': { pictures: 'article', said: null },
  'the story’s data': { pictures: 'article', said: /is a page to read/ },
  'the entry': { pictures: 'article', said: /is a page to read/ },
  'the charts': { pictures: ['drawn', 'still'], said: /Charts stay pictures/ },
  'the tools': { pictures: ['drawn', 'drawn'], said: /tool did not come/ },
  'the cities': { pictures: ['drawn', 'drawn'], said: /tool did not come/ },
  'the WebGL map': { pictures: ['drawn', 'drawn'], said: /stays a drawing/ },
  'its worker': { pictures: ['drawn', 'drawn'], said: /stays a drawing/ },
  'the near map': { pictures: ['still', 'drawn'], said: /map is missing/ },
  'the wide map': { pictures: ['drawn', 'drawn'], said: /map is missing/ },
  'the styles for paper and for other colours': { pictures: ['drawn', 'drawn'], said: null },
  'the fonts': { pictures: ['drawn', 'drawn'], said: null },
  'the still pictures': { pictures: ['drawn', 'drawn'], said: null },
};

for (const name of Object.keys(without) as (keyof typeof without)[]) {
  for (const [way, breaking] of Object.entries(breakings)) {
    test(`${name}, ${way}: every fact, a picture, and no dead button`, async ({ open }) => {
      // A map that the reader has asked for is waited for a minute.
      if (way === 'hanging') test.slow();
      const { pictures, said: words } = without[name];
      let asked = 0;
      let said: string[] = [];
      const page = await open({
        excused: browsersWords,
        // The page is at its end when its first script has run.
        until: way !== 'hanging' ? 'load' : name === 'the first script' ? 'commit' : 'domcontentloaded',
        before: async (opened) => {
          said = listen(opened);
          await opened.route(files[name], (route) => {
            asked++;
            return breaking(route);
          });
        },
      });
      if (pictures === 'article') await expectArticle(page);
      else {
        await expectAlive(page, pictures);
        await expectToolsWork(page);
        if (name === 'the cities' || name === 'the WebGL map') await expectSize(page, name !== 'the cities');
      }
      // Where all is drawn no still picture is fetched.
      if (name !== 'the still pictures') expect(asked, 'the file is asked for').toBeGreaterThan(0);
      // What never comes holds up the scripts behind it, and an entry that is none is named by the browser itself.
      const silent = pictures === 'article' && (way === 'hanging' || (name === 'the entry' && way !== 'blocked'));
      if (!words || silent) return expect(said).toEqual([]);
      await expect.poll(() => said.filter((line) => words.test(line)).length, { timeout: 60_000 }).toBe(1);
    });
  }
}

for (const [way, breaking] of Object.entries(breakings)) {
  test(`pictures, films and captions, ${way}: their words stand there, and the story goes on`, async ({ open }) => {
    let asked = 0;
    const page = await open({
      address: place('BLOCKS_URL'),
      excused: browsersWords,
      until: 'domcontentloaded',
      before: (opened) =>
        opened.route(files['pictures, films and captions'], (route) => {
          asked++;
          return breaking(route);
        }),
    });
    await settle(page, 'cover');
    const images = page.locator('main figure:not(.still) img').filter({ visible: true });
    expect(await images.count()).toBeGreaterThan(1);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      expect((await image.boundingBox())?.height, 'its place is kept').toBeGreaterThan(50);
      expect(
        await image.evaluate((element: HTMLImageElement) => element.alt.length || element.closest('figure')?.textContent?.length),
      ).toBeGreaterThan(3);
    }
    for (const film of await page.locator('video').all()) {
      await film.scrollIntoViewIfNeeded();
      await film.evaluate((element: HTMLVideoElement) => void element.play().catch(() => {}));
      await expect(page.locator('figcaption').filter({ visible: true }).first()).toBeAttached();
    }
    expect(asked).toBeGreaterThan(2);
    await scrollToStep(page, 'level');
    await page.locator('.rail a[rel=prev]').click();
    await expect(page.locator('html:not([data-step=level])')).toHaveCount(1);
  });
}

test('styles for other colours that never come keep nobody from reading who asks for them', async ({ open }) => {
  const page = await open({
    until: 'commit',
    before: async (opened) => {
      await opened.emulateMedia({ forcedColors: 'active' });
      await opened.route(files['the styles for paper and for other colours'], () => {});
    },
  });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  await expectFacts(page);
});

test('a page that is cut half-way is a page to read, as far as it goes', async ({ open }) => {
  let said: string[] = [];
  const page = await open({
    excused: browsersWords,
    before: async (opened) => {
      said = listen(opened);
      await opened.route(place('STORY_URL'), async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        await route.fulfill({ response, body: body.slice(0, body.indexOf('id="cost"')) });
      });
    },
  });
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toMatch(/is a page to read/);
  await expect(page.locator('html.live')).toHaveCount(0);
  await expect(page.locator('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('#territory .card')).toContainText('km²');
});
