import { expect, test } from '@playwright/test';
import { type Frames, frames, scrollInto } from '../embed/checks.ts';
import { fileOf, hostPages } from '../embed/host-pages.ts';
import { place } from '../story.ts';
import type { Driver } from './driver.ts';
import { enginesHere } from './engines.ts';

const pages = hostPages('https://story.example/');

for (const engine of enginesHere()) {
  test(`${engine.name}: the story is in each host’s page what it is to be there`, async () => {
    test.setTimeout(600_000);
    const driver = await engine.start();
    const wrong: string[] = [];
    try {
      for (const [name, { want, topPx = 0, scroller = '' }] of Object.entries(pages)) {
        await driver.goto(`${place('HOST_URL')}${fileOf(name)}`);
        await driver.value(scrollInto(-20, scroller));
        const problem = want === 'stepper' ? await stepper(driver) : await duet(driver, want, topPx, scroller);
        if (problem) wrong.push(`${name}: ${problem}`);
      }
    } finally {
      await driver.close();
    }
    expect(wrong).toEqual([]);
  });

  // Firefox puts the reader back before the script has made the page as tall as it was: README names it.
  if (engine.name === 'Firefox') continue;

  test(`${engine.name}: Back leads to the step where the reader was`, async () => {
    test.setTimeout(120_000);
    const driver = await engine.start();
    try {
      await driver.goto(`${place('HOST_URL')}${fileOf('plain')}`);
      await driver.value(scrollInto(-20));
      expect(await duet(driver, 'sticky', 0, '')).toBe('');
      await driver.goto(`${place('HOST_URL')}${fileOf('dark host')}`);
      // Not by a script: its answer may be lost with the page that it leaves.
      await driver.back();
      const isBack = () => driver.value(`location.pathname.endsWith('${fileOf('plain')}')`) as Promise<boolean>;
      expect(await until(isBack), 'the page before').toBe(true);
      expect(await until(() => heard(driver, 'retaken')), 'the step before').toBe(true);
    } finally {
      await driver.close();
    }
  });
}

const seen = async (driver: Driver): Promise<Frames> => (await driver.value(frames)) as Frames;

/** Waits until it holds; gives what it last was where it never does. */
async function until(holds: () => Promise<boolean>, ms = 15_000): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await holds()) return true;
    await new Promise((next) => setTimeout(next, 150));
  }
  return false;
}

/** What the host hears is all that can be known here of frames of another site. */
const heard = (driver: Driver, id: string) => driver.value(`heard.includes('${id}') || told.includes('${id}')`) as Promise<boolean>;

async function stepper(driver: Driver): Promise<string> {
  if (!(await until(() => heard(driver, 'cover')))) return 'no stepper was heard';
  const { any, graphic } = await seen(driver);
  return any && any.height >= 400 && !graphic ? '' : `expected one frame, found ${JSON.stringify(await seen(driver))}`;
}

async function duet(driver: Driver, want: string, topPx: number, scroller: string): Promise<string> {
  const ready = () => driver.value('heard.length + told.length > 0') as Promise<boolean>;
  if (!(await until(ready))) return 'the text was not heard';
  const stage = (await seen(driver)).graphic?.height ?? 0;
  await driver.value(scrollInto(4 * stage - topPx, scroller));
  if (!(await until(() => heard(driver, 'retaken')))) return `the step was not heard: ${await driver.value('String(heard) + "/" + told')}`;
  const { graphic, text, own, pin } = await seen(driver);
  if (want === 'flat') return '';
  if ((pin ?? 'pasted pair') !== want) return `pinned ${pin}`;
  if (Math.abs((text ?? own).top - topPx + 4 * stage) > 20) return `the text is at ${text?.top}, ${stage} px a stage`;
  if (!graphic || Math.abs(graphic.top - topPx) > 1) return `the graphic is ${graphic?.top} px from its place`;
  if (!text || text.height < 15 * graphic.height) return `the text is ${text?.height} px tall`;
  return Math.abs(graphic.width - own.width) <= 1 ? '' : `the graphic is ${graphic.width} px wide in ${own.width}`;
}
