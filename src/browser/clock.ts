import type { Work } from '../scene/work.ts';

/** Runs `frame(t)` for t from 0 to 1 over a time, then `done`. Gives a function that stops it. */
export function tween(durationMs: number, frame: (t: number) => void, done: () => void = () => {}): () => void {
  if (durationMs <= 0) {
    frame(1);
    done();
    return () => {};
  }
  const start = performance.now();
  let handle = requestAnimationFrame(function next(now) {
    const t = Math.min(1, Math.max(0, (now - start) / durationMs));
    frame(t);
    if (t < 1) handle = requestAnimationFrame(next);
    else done();
  });
  return () => cancelAnimationFrame(handle);
}

/** Whether things may move: read each time, since the reader may change the setting. */
export const mayMove = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Safari has no idle callback; a short wait does there. */
export const whenIdle = (run: () => void): void => {
  if (window.requestIdleCallback) window.requestIdleCallback(run);
  else setTimeout(run, 200);
};

/** Gives the thread back, to go on in a task of its own. */
export const pause = (): Promise<void> => new Promise((next) => setTimeout(next));

/** How long a piece of work may hold the thread, ms: short enough that four times slower it is no long task. */
const sliceMs = 8;

/** Does work in slices, the first of them later, and gives the thread back between them. */
export async function inSmallSteps<T>(work: Work<T>): Promise<T> {
  for (;;) {
    await pause();
    const start = performance.now();
    while (performance.now() - start < sliceMs) {
      const step = work.next();
      if (!step.done) continue;
      // What is done with it is a task of its own too.
      if (performance.now() - start > sliceMs / 4) await pause();
      return step.value;
    }
  }
}
