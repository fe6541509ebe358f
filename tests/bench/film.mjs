// A film of the page as it loads, and the moment at which the map is on it.
import { firstWithMap } from './in-page.mjs';

/** Screens are compared at a quarter of a phone's CSS pixels: enough to see a map, quick to decode. */
const size = { width: 195, height: 422 };

/** Films every frame that the browser shows, until it is stopped. */
export async function startFilm(cdp) {
  const frames = [];
  cdp.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ data, epochMs: metadata.timestamp * 1000 });
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await cdp.send('Page.startScreencast', {
    format: 'jpeg',
    quality: 80,
    maxWidth: size.width * 2,
    maxHeight: size.height * 2,
    everyNthFrame: 1,
  });
  return {
    frames,
    stop: () => cdp.send('Page.stopScreencast'),
  };
}

/** First map in ms since the navigation began, null where none was seen. Leaves the page as it was. */
export async function firstMapMs({ page, cdp, film, map, fcpMs, analyst }) {
  const originMs = await page.evaluate(() => performance.timeOrigin);
  const settled = await picture(cdp);
  await film.stop();
  const style = await page.addStyleTag({ content: `${map}{visibility:hidden!important}${map} *{visibility:hidden!important}` });
  const hidden = await picture(cdp);
  await style.evaluate((element) => element.remove());
  // The screen before the first paint is no map, of whatever colour it is.
  const shown = film.frames.map(({ data, epochMs }) => ({ data, timeMs: epochMs - originMs })).filter(({ timeMs }) => timeMs >= fcpMs - 1);
  return analyst.evaluate(firstWithMap, { frames: shown, settled, hidden, ...size });
}

const picture = async (cdp) => (await cdp.send('Page.captureScreenshot', { format: 'png' })).data;
