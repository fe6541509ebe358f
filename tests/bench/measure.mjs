// One cold visit of one page: the load, a scroll through the whole story, then keys and taps.
import { firstMapMs, startFilm } from './film.mjs';
import { observe, refuseWebgl } from './in-page.mjs';

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const cpuSlowdown = 4;

const loadLimitMs = 60_000;
const settleLimitMs = 20_000;
/** A page has settled when no byte came, no long task ran and, in the load, no new frame was shown for this long. */
const quietMs = 1200;
/** Longer in the load: a slow thread can leave seconds between the ground of a map and its land. */
const loadQuietMs = 3000;
const readingPxPerSecond = 1800;
const flingPxPerSecond = 6000;
/** Between two swipes of a reader; in it the page may do what it puts off while the screen moves. */
const pauseMs = 400;
/** How long an interaction is given until its next frame must have been reported. */
const responseMs = 700;
const tries = 3;
const quickestReportedMs = 16;

/** @returns every figure of the visit by its name, null where it could not be had */
export async function visit({ browser, analyst, base, kind, line, server, scroll }) {
  const context = await browser.newContext({ ...phone, locale: 'en-GB' });
  try {
    await context.addInitScript(observe);
    if (kind.webgl === false) await context.addInitScript(refuseWebgl);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const counter = countFrom(line, server);
    const figures = await load({ page, cdp, analyst, address: `${base}/${kind.folder}/`, map: kind.map, counter });
    if (!scroll) return figures;
    const read = await readThrough({ page, cdp, counter });
    return { ...figures, ...read, ...(await respond({ page, cdp })) };
  } finally {
    await context.close();
  }
}

function countFrom(line, server) {
  const [bytes, requests] = [line.bytesDown(), server.log.length];
  return { bytes: () => line.bytesDown() - bytes, requests: () => server.log.length - requests };
}

async function load({ page, cdp, analyst, address, map, counter }) {
  const film = await startFilm(cdp);
  await page.goto(address, { waitUntil: 'load', timeout: loadLimitMs });
  await settled(page, () => `${counter.bytes()} ${film.frames.length}`, loadQuietMs);
  const { longTasks, shifts, paints, lcpMs, paragraphMs } = await page.evaluate(() => globalThis.bench);
  const fcpMs = paints['first-contentful-paint'] ?? null;
  const bytes = counter.bytes();
  const requests = counter.requests();
  const mapMs = await firstMapMs({ page, cdp, film, map, fcpMs: fcpMs ?? 0, analyst });
  return {
    loadBytes: bytes,
    loadRequests: requests,
    fcpMs,
    lcpMs,
    paragraphMs: paragraphMs === null || fcpMs === null ? null : Math.max(paragraphMs, fcpMs),
    mapMs: mapMs === null ? null : Math.max(mapMs, fcpMs ?? 0),
    blockedMs: sum(longTasks.map(({ durationMs }) => Math.max(0, durationMs - 50))),
    loadShift: sum(shifts.map(({ value }) => value)),
    loadHeapBytes: await heapBytes(cdp),
  };
}

/** Waits until the page and the given signs of life are quiet; goes on after a while with one that never is. */
async function settled(page, signs, forMs = quietMs) {
  const untilMs = performance.now() + settleLimitMs;
  let [seen, sinceMs] = ['', performance.now()];
  while (performance.now() < untilMs && performance.now() - sinceMs < forMs) {
    const tasks = await page.evaluate(() => globalThis.bench.longTasks.length);
    const now = `${signs()} ${tasks}`;
    if (now !== seen) [seen, sinceMs] = [now, performance.now()];
    await page.waitForTimeout(100);
  }
}

async function heapBytes(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.enable').then(() => cdp.send('Performance.getMetrics'));
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? null;
}

/** Down at reading speed, a screen a swipe; then back to the top in flings. */
async function readThrough({ page, cdp, counter }) {
  const reading = await recorded(page, async () => {
    await swipes({ page, cdp, stepPx: phone.viewport.height, speed: readingPxPerSecond });
    await settled(page, () => String(counter.bytes()));
  });
  const map = await page.evaluate(() => document.documentElement.dataset.map ?? null);
  const endBytes = counter.bytes();
  const endRequests = counter.requests();
  const fling = await recorded(page, () => swipes({ page, cdp, stepPx: -4 * phone.viewport.height, speed: flingPxPerSecond }));
  return {
    endBytes,
    endRequests,
    mapAtEnd: map,
    readFrameP50Ms: quantile(reading.intervalsMs, 0.5),
    readFrameP95Ms: quantile(reading.intervalsMs, 0.95),
    readLongTasks: reading.longTasksMs.length,
    readLongestTaskMs: Math.max(0, ...reading.longTasksMs),
    flingFrameP50Ms: quantile(fling.intervalsMs, 0.5),
    flingFrameP95Ms: quantile(fling.intervalsMs, 0.95),
    flingLongTasks: fling.longTasksMs.length,
    flingLongestTaskMs: Math.max(0, ...fling.longTasksMs),
    scrollShift: reading.shift + fling.shift,
    endHeapBytes: await heapBytes(cdp),
  };
}

/** Swipes until the page moves no more. */
async function swipes({ page, cdp, stepPx, speed }) {
  const { width, height } = phone.viewport;
  for (let count = 0; count < 60; count++) {
    const before = await page.evaluate(() => scrollY);
    await cdp.send('Input.synthesizeScrollGesture', {
      x: width / 2,
      y: height / 2,
      yDistance: -stepPx,
      speed,
      preventFling: true,
      gestureSourceType: 'mouse',
    });
    await page.waitForTimeout(speed === flingPxPerSecond ? 100 : pauseMs);
    if ((await page.evaluate(() => scrollY)) === before) return;
  }
}

async function recorded(page, act) {
  const fromMs = await page.evaluate(() => {
    globalThis.bench.record();
    return performance.now();
  });
  await act();
  const { frames, longTasks, shifts } = await page.evaluate(() => {
    globalThis.bench.stop();
    return globalThis.bench;
  });
  return {
    intervalsMs: frames.slice(1).map((time, i) => time - frames[i]),
    longTasksMs: longTasks.filter(({ startMs }) => startMs >= fromMs).map(({ durationMs }) => durationMs),
    shift: sum(shifts.filter(({ startMs }) => startMs >= fromMs).map(({ value }) => value)),
  };
}

/** The longest event of each interaction, as INP counts it. What a page does not have (notes, a next link) is left out of it. */
async function respond({ page, cdp }) {
  // After the fling: how a page answers while it still works that off is in the fling's long tasks.
  await rest(page);
  const keys = await each(tries, () => interaction(page, () => page.keyboard.press('PageDown')));
  const [notes, next] = [[], []];
  for (const id of await stepsWithFacts(page)) {
    await page.evaluate((step) => document.getElementById(step).scrollIntoView({ behavior: 'instant' }), id);
    await rest(page);
    notes.push(await tapped(page, cdp, '.card a.fact'));
    await page.keyboard.press('Escape');
    next.push(await tapped(page, cdp, '.turns [rel=next]'));
  }
  return { ...latencies('key', keys), ...latencies('note', notes), ...latencies('next', next) };
}

/** None where no script has made them more than links. */
const stepsWithFacts = (page) =>
  page.evaluate((count) => {
    if (!document.documentElement.classList.contains('live')) return [];
    return [...document.querySelectorAll('.step:has(.card a.fact)')].slice(0, count).map(({ id }) => id);
  }, tries);

/** Waits until the story says that it stands still; a moment where it doesn't. */
async function rest(page) {
  await page.waitForTimeout(pauseMs);
  await page.waitForSelector('html[data-state=settled]', { timeout: 3000, state: 'attached' }).catch(() => {});
}

async function each(count, act) {
  const all = [];
  for (let i = 0; i < count; i++) all.push(await act());
  return all;
}

function latencies(name, triedMs) {
  const valuesMs = triedMs.filter((value) => value !== null);
  return { [`${name}MedianMs`]: quantile(valuesMs, 0.5), [`${name}MaxMs`]: valuesMs.length ? Math.max(...valuesMs) : null };
}

/** Taps the first element of its kind that is wholly on the screen; null where none is. */
async function tapped(page, cdp, selector) {
  const point = await page.evaluate((kind) => {
    const boxes = [...document.querySelectorAll(kind)].map((element) => ({ element, box: element.getBoundingClientRect() }));
    const seen = boxes.find(({ element, box }) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return box.top > 0 && box.bottom < innerHeight && element.contains(document.elementFromPoint(x, y));
    });
    return seen ? { x: seen.box.x + seen.box.width / 2, y: seen.box.y + seen.box.height / 2 } : null;
  }, selector);
  if (!point) return null;
  return interaction(page, async () => {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
}

/** What is quicker than the browser reports counts as the quickest that it would. */
async function interaction(page, act) {
  const fromMs = await page.evaluate(() => performance.now());
  await act();
  await page.waitForTimeout(responseMs);
  return page.evaluate(
    ([from, least]) =>
      Math.max(least, ...globalThis.bench.events.filter(({ startMs }) => startMs >= from).map(({ durationMs }) => durationMs)),
    [fromMs, quickestReportedMs],
  );
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

export function quantile(values, share) {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
