import { kinds, limits, version } from '../../embed/message.ts';
import type { Page } from '../page.ts';
import { createFlat } from './flat.ts';
import { hearHost, hearSiblings, pair, tellHost, tellSiblings, tellStep, tellSteps } from './host.ts';
import type { Tools } from './index.ts';
import { watchVisible } from './visible.ts';

/** Less than this a step, and the frame is no text as tall as a story: it was pasted where only its height attribute counts. */
const leastStepPx = 150;

/** How long after a turn of the phone the host may take to say how tall a stage is now, ms. */
const turnedMs = 1000;

/** What is seen of a card beyond its edge: its rule and the focus ring, px. */
const edgePx = 6;

/** Before the first layout: a step is a share of the frame, whose own height is all that can be known of the screen. */
export function prepareText({ root, steps }: Page): void {
  if (innerHeight < leastStepPx * steps.length) root.dataset.frame = 'stepper';
  else setStage(root, innerHeight / steps.length);
}

const setStage = (root: HTMLElement, px: number) => root.style.setProperty('--screen', `${px}px`);

/** The text of a duet: as tall as the story, moved by the host's own scroll, over a graphic that stands still. */
export function beText(page: Page, { createNotes }: Tools): void {
  const { root, steps, story, element, signal } = page;
  let stagePx = innerHeight / steps.length;
  let port: MessagePort | null = null;
  let sent = '';
  let current = -1;
  let lit = -1;
  let returning = 0;
  let lastTop = 0;
  /** The step that was read when the frame got another size: what is seen of it then, before the host has followed, is another. */
  let before: number | null = null;
  let turning = 0;
  let width = innerWidth;
  let stop = () => {};
  const flat = createFlat(page);

  const send = (index: number, progress: number) => {
    const key = `${index} ${progress.toFixed(3)} ${lit}`;
    if (key === sent) return;
    sent = key;
    if (port) port.postMessage([index, progress, lit]);
    else tellSiblings('moment', pair(), index, progress);
  };
  /** The step under the middle of what can be seen, and how far its top has come from there to its rest. */
  const see = (top: number, bottom: number) => {
    lastTop = top;
    const line = (top > 0 ? top : bottom - stagePx) + stagePx / 2;
    const tops = steps.map((step) => step.offsetTop);
    const after = tops.findIndex((y) => y > line);
    const index = Math.max(0, (after < 0 ? steps.length : after) - 1);
    send(index, Math.max(0, Math.min(1, (line - (tops[index] ?? 0)) / (stagePx / 2))));
    if (index === current) return;
    current = index;
    root.dataset.step = steps[index]?.id ?? '';
    for (const [i, step] of steps.entries()) step.toggleAttribute('data-current', i === index);
    notes.close();
    tellStep(page, index);
    if (index > 0 && index < steps.length - 1) flat.doubt();
  };
  const layOut = () => {
    // Before anything is measured: the strips are as tall as the story was.
    stop();
    const boxes = [...document.querySelectorAll('.cover .title, .card, .plain, .coda, .note')].map((card) => card.getBoundingClientRect());
    const height = Math.ceil(document.body.scrollHeight);
    const column = Math.round(boxes[0]?.left ?? 0);
    stop = watchVisible(document.body, { column, height, everyPx: stagePx / 12, see });
    const words = boxes.reduce((sum, box) => sum + box.height + 40, 0);
    tellHost('height', height, Math.max(limits.printPx[0], Math.min(limits.printPx[1], words)));
    const cards = boxes.map((box) => [box.left - edgePx, box.top - edgePx, box.width + 2 * edgePx, box.height + 2 * edgePx]);
    // The strips by which the frame sees where it is must lie within what is not clipped.
    tellHost('cards', ...[...cards, [column, 0, 2, height]].flat().map(Math.round));
  };
  const goTo = (index: number) => {
    const step = steps[index];
    if (!step) return;
    // Who has gone elsewhere meanwhile is not brought back.
    clearTimeout(returning);
    step.tabIndex = -1;
    step.focus({ preventScroll: true });
    tellHost('reach', step.offsetTop, stagePx);
    // Where the browser scrolls a host to what is in its frame, it does so without a script there.
    step.scrollIntoView({ block: 'start' });
  };
  /** The host follows a new height in its own time: asked until the step is where it was. */
  const comeBack = (index: number, tries: number) => {
    goTo(index);
    returning = window.setTimeout(() => {
      if (tries && Math.abs(lastTop - (steps[index]?.offsetTop ?? 0)) > 2) comeBack(index, tries - 1);
    }, 200);
  };
  const notes = createNotes(document.body, {
    story,
    stage: element,
    goTo: (id) => goTo(steps.findIndex((step) => step.id === id)),
    signal,
    inCard: true,
    onLight: (id) => {
      lit = id === null ? -1 : story.facts.findIndex((fact) => fact.id === id);
      if (current >= 0) send(current, 1);
      layOut();
    },
  });

  hearHost(({ kind, values: [value = 0], ports: [given] }) => {
    if (kind === kinds.goTo) goTo(value - 1);
    if (kind !== kinds.ready || value < limits.stagePx[0] || value > limits.stagePx[1]) return;
    const turned = value !== stagePx && !given && current >= 0;
    if (given) {
      port = given;
      port.onmessage = ({ data }) => flat.seen(data === 1);
      sent = '';
    }
    stagePx = value;
    setStage(root, stagePx);
    layOut();
    // After the host has followed the new height.
    const step = before ?? current;
    before = null;
    clearTimeout(returning);
    if (turned) returning = window.setTimeout(() => comeBack(step, 5), 100);
  }, signal);
  hearSiblings((kind, [from, seen]) => {
    if (kind === kinds.seen && from === pair()) flat.seen(seen === 1);
  }, signal);
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const { top, height } = (target as Element).getBoundingClientRect();
      tellHost('reach', top, height);
    },
    { signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const index = steps.findIndex((step) => link && step.id === decodeURIComponent(link.hash.slice(1)));
      if (index < 0) return;
      event.preventDefault();
      goTo(index);
    },
    { signal },
  );
  addEventListener(
    'resize',
    () => {
      // As tall as the host makes it; as wide as the screen.
      if (innerWidth === width) return;
      width = innerWidth;
      if (current >= 0) before ??= current;
      clearTimeout(turning);
      turning = window.setTimeout(() => {
        before = null;
      }, turnedMs);
    },
    { signal },
  );
  const sizes = new ResizeObserver(layOut);
  for (const card of document.querySelectorAll('.card, .coda')) sizes.observe(card);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    stop();
  });
  root.dataset.state = 'settled';
  tellHost('ready', version);
  tellSteps(page);
  const { start } = root.dataset;
  if (start) goTo(steps.findIndex(({ id }) => id === start));
}
