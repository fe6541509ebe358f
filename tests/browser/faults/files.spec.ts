import { expect, test } from '../story.ts';
import { breakings, browsersWords, expectAlive, expectArticle, expectToolsWork, type FileName, files, listen } from './faults.ts';

/** What the reader has without a file, and what the console says; nothing where the page does not need it. */
const without: Record<FileName, { pictures: 'article' | ('drawn' | 'still')[]; said: RegExp | null }> = {
  'the story’s data': { pictures: 'article', said: /is a page to read/ },
  'the entry': { pictures: 'article', said: /is a page to read/ },
  'the charts': { pictures: ['drawn', 'still'], said: /Charts stay pictures/ },
  'the tools': { pictures: ['drawn', 'drawn'], said: /tool did not come/ },
  'the WebGL map': { pictures: ['drawn', 'drawn'], said: /stays a drawing/ },
  'its worker': { pictures: ['drawn', 'drawn'], said: /stays a drawing/ },
  'the near map': { pictures: ['still', 'drawn'], said: /map is missing/ },
  'the wide map': { pictures: ['drawn', 'drawn'], said: /map is missing/ },
  'the print styles': { pictures: ['drawn', 'drawn'], said: null },
  'the styles of forced colours': { pictures: ['drawn', 'drawn'], said: null },
  'the fonts': { pictures: ['drawn', 'drawn'], said: null },
  'the still pictures': { pictures: ['drawn', 'drawn'], said: null },
};

for (const [name, pattern] of Object.entries(files)) {
  for (const [way, breaking] of Object.entries(breakings)) {
    test(`${name}, ${way}: every fact, a picture, and no dead button`, async ({ open }) => {
      // A map that the reader has asked for is waited for a minute.
      if (way === 'hanging') test.slow();
      const { pictures, said: words } = without[name as FileName];
      let said: string[] = [];
      const page = await open({
        excused: browsersWords,
        until: way === 'hanging' ? 'domcontentloaded' : 'load',
        before: async (opened) => {
          said = listen(opened);
          await opened.route(pattern, breaking);
        },
      });
      if (pictures === 'article') await expectArticle(page);
      else {
        await expectAlive(page, pictures);
        await expectToolsWork(page);
      }
      // What never comes holds up the scripts behind it, and an entry that is none is named by the browser itself.
      const silent = pictures === 'article' && (way === 'hanging' || (name === 'the entry' && way !== 'blocked'));
      if (!words || silent) return expect(said).toEqual([]);
      await expect.poll(() => said.filter((line) => words.test(line)).length, { timeout: 60_000 }).toBe(1);
    });
  }
}
