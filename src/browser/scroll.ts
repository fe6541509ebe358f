import scrollama from 'scrollama/index.js';

/** Pixels a millisecond above which the reader is flinging, not reading. */
const flingSpeed = 2.5;

/** Without a scroll event for this long the page stands still, ms. */
const stillMs = 120;

export interface Scroll {
  /** Index of the step under the middle of the screen. */
  current(): number;
  /** How far a step's top has come from the middle of the screen to its rest at the top, 0 … 1. */
  progress(index: number): number;
  /** Calls back once, when the scroll has slowed to reading speed: at once if it stands still. */
  whenSlow(callback: () => void): void;
}

/**
 * Says which step is current whenever that changes. scrollama's observers only ring the bell: the answer is computed
 * from where the steps are, so that no order of events can leave it wrong.
 */
export function watchSteps(steps: HTMLElement[], onChange: (index: number) => void, signal: AbortSignal): Scroll {
  const scroller = scrollama();
  let last = -1;
  let waiting = false;
  const speed = speedometer(signal);
  const check = () => {
    waiting = false;
    if (signal.aborted) return;
    const index = currentStep(steps);
    if (index === last) return;
    last = index;
    onChange(index);
  };
  const ring = () => {
    if (!waiting) requestAnimationFrame(check);
    waiting = true;
  };
  scroller.setup({ step: steps, offset: 0.5 }).onStepEnter(ring).onStepExit(ring);
  let width = innerWidth;
  const turn = () => {
    // Who turns the phone stays at the step, although all that is above it has another height now.
    if (innerWidth !== width && currentStep(steps) !== last) steps[last]?.scrollIntoView({ behavior: 'instant' });
    width = innerWidth;
    ring();
  };
  addEventListener('resize', turn, { signal });
  addEventListener('pageshow', ring, { signal });
  ring();
  let slowing = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    cancelAnimationFrame(slowing);
    clearTimeout(due);
  };
  signal.addEventListener('abort', () => {
    scroller.destroy();
    forget();
  });
  return {
    current: () => currentStep(steps),
    progress(index) {
      const top = steps[index]?.getBoundingClientRect().top ?? 0;
      return Math.max(0, Math.min(1, 1 - top / (innerHeight / 2)));
    },
    whenSlow(callback) {
      forget();
      const wait = () => {
        // In a task of its own: the frame that this one belongs to is drawn first.
        if (speed.now() < flingSpeed) due = setTimeout(callback);
        else slowing = requestAnimationFrame(wait);
      };
      wait();
    },
  };
}

/** Index of the last whose top has passed the middle of the screen. */
export function currentStep(steps: HTMLElement[]): number {
  const line = innerHeight / 2;
  const after = steps.findIndex((step) => step.getBoundingClientRect().top > line);
  return Math.max(0, (after < 0 ? steps.length : after) - 1);
}

function speedometer(signal: AbortSignal) {
  let [y, time, speed] = [scrollY, 0, 0];
  const measure = (event: Event) => {
    const elapsed = event.timeStamp - time;
    speed = elapsed > 0 && elapsed < stillMs ? Math.abs(scrollY - y) / elapsed : 0;
    [y, time] = [scrollY, event.timeStamp];
  };
  addEventListener('scroll', measure, { passive: true, signal });
  return {
    now: () => (performance.now() - time > stillMs ? 0 : speed),
  };
}
