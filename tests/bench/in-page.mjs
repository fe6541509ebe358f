// What runs inside the measured page. Each function is sent as its own source, so none may use anything from outside itself.

/** Before any script of the page: keeps what the browser reports from then on in `bench`. */
export function observe() {
  const bench = { longTasks: [], shifts: [], events: [], paints: {}, lcpMs: null, paragraphMs: null, frames: [] };
  globalThis.bench = bench;
  const watch = (type, keep, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true, ...options });
  watch('longtask', ({ startTime, duration }) => bench.longTasks.push({ startMs: startTime, durationMs: duration }));
  watch('layout-shift', ({ value, startTime, hadRecentInput }) => {
    if (!hadRecentInput) bench.shifts.push({ value, startMs: startTime });
  });
  watch('paint', ({ name, startTime }) => {
    bench.paints[name] = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    bench.lcpMs = startTime;
  });
  const keepEvent = ({ name, duration, interactionId, startTime }) => {
    if (interactionId) bench.events.push({ name, durationMs: duration, interactionId, startMs: startTime });
  };
  watch('event', keepEvent, { durationThreshold: 16 });
  const seekParagraph = (frameMs) => {
    const first = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.trim());
    const shown = first?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && first.getBoundingClientRect().height > 0;
    if (shown) bench.paragraphMs = frameMs;
    else requestAnimationFrame(seekParagraph);
  };
  requestAnimationFrame(seekParagraph);
  let recording = false;
  const frame = (frameMs) => {
    if (!recording) return;
    bench.frames.push(frameMs);
    requestAnimationFrame(frame);
  };
  bench.record = () => {
    recording = true;
    bench.frames = [];
    requestAnimationFrame(frame);
  };
  bench.stop = () => {
    recording = false;
  };
}

/** No WebGL, as on a machine that has none. */
export function refuseWebgl() {
  for (const Canvas of [HTMLCanvasElement, globalThis.OffscreenCanvas]) {
    const { getContext } = Canvas.prototype;
    Canvas.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : Reflect.apply(getContext, this, [kind, ...rest]);
    };
  }
}

/**
 * Time of the first picture of the film in which the map is there: at least half of the pixels that the map gives to the settled
 * screen have come nearer to their colour there than half the way from that with the map hidden; a canvas's plain ground has not. Runs
 * in a page of its own.
 */
export async function firstWithMap({ frames, settled, hidden, width, height }) {
  const pixelsOf = async (data, type) => {
    const image = await createImageBitmap(await (await fetch(`data:image/${type};base64,${data}`)).blob());
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
  const distance = (a, b, i) => Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]);
  const [wanted, blank] = [await pixelsOf(settled, 'png'), await pixelsOf(hidden, 'png')];
  const places = [];
  for (let i = 0; i < wanted.length; i += 4) if (distance(wanted, blank, i) > 18) places.push(i);
  if (places.length < (width * height) / 100) return null;
  for (const { data, timeMs } of frames) {
    const pixels = await pixelsOf(data, 'jpeg');
    const drawn = places.filter((i) => distance(pixels, wanted, i) * 2 < distance(blank, wanted, i)).length;
    if (drawn * 2 >= places.length) return timeMs;
  }
  return null;
}
