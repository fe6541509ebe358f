import { kinds } from '../../embed/message.ts';
import { formatNumber } from '../../scene/format.ts';
import { say } from '../../words/index.ts';
import type { Page } from '../page.ts';
import { announceHeight } from './announce.ts';
import { hearHost, tellStep, tellSteps } from './host.ts';
import type { Tools } from './index.ts';
import { whenSeen } from './visible.ts';

/** A swipe is at least this long, px, and more across than down. */
const swipePx = 40;

/** One step at a time in a frame of fixed height: buttons, keys and swipes move on, and nothing scrolls within the host's page. */
export function beStepper(page: Page, { createGraphic, createNotes }: Tools): void {
  const { root, element, steps, story, signal } = page;
  root.dataset.frame = 'stepper';
  const { stage, wake } = createGraphic(page);
  const bar = createBar(page);
  /** What stands between two steps is a stop of its own, over the scene of the first. */
  const stops = [...document.querySelectorAll<HTMLElement>('.step, .between')];
  let stop = -1;
  let current = -1;

  const showStop = (at: number) => {
    const next = Math.max(0, Math.min(stops.length - 1, at));
    if (next === stop) return;
    stop = next;
    for (const [i, one] of stops.entries()) one.classList.toggle('now', i === stop);
    notes.close();
    bar.mark(stop === 0, stop === stops.length - 1);
    const step = stops.slice(0, stop + 1).findLast((one) => steps.includes(one));
    if (step) showStep(steps.indexOf(step));
  };
  const showStep = (index: number) => {
    if (index === current) return;
    const how = current < 0 ? 'cut' : 'fly';
    current = index;
    root.dataset.step = steps[index]?.id ?? '';
    root.dataset.state = 'flying';
    for (const [i, step] of steps.entries()) step.toggleAttribute('data-current', i === index);
    bar.name(index);
    stage.show(index, how);
    tellStep(page, index);
  };
  const show = (index: number) => {
    const step = steps[Math.max(0, Math.min(steps.length - 1, index))];
    if (step) showStop(stops.indexOf(step));
  };
  const notes = createNotes(document.body, { story, stage: element, goTo: (id) => show(indexOf(id)), signal });
  const indexOf = (id: string) => steps.findIndex((step) => step.id === id);

  bar.onMove((by) => showStop(stop + by));
  // What points or goes left leads on in a story that is read from the right.
  const showBeside = (by: number) => showStop(stop + (story.rtl ? -by : by));
  document.addEventListener(
    'keydown',
    ({ key, altKey, ctrlKey, metaKey, target }) => {
      if (altKey || ctrlKey || metaKey || (target as Element).closest('dialog,.note')) return;
      showBeside({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0);
    },
    { signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const index = link ? indexOf(decodeURIComponent(link.hash.slice(1))) : -1;
      if (index < 0) return;
      event.preventDefault();
      show(index);
    },
    { signal },
  );
  watchSwipes(showBeside, signal);
  hearHost(({ kind, values: [stage = 0] }) => {
    if (kind === kinds.goTo && steps[stage - 1]) show(stage - 1);
  }, signal);
  tellSteps(page);
  show(Math.max(0, indexOf(root.dataset.start || location.hash.slice(1))));
  whenSeen(element, () => void wake(), signal);
  announceHeight(() => Math.min(900, Math.max(480, innerWidth * 0.75 + 200)), signal);
}

interface Bar {
  /** Says which step it is. */
  name(index: number): void;
  /** Whether there is a way back and on. */
  mark(first: boolean, last: boolean): void;
  onMove(move: (by: number) => void): void;
}

function createBar({ story, signal }: Page): Bar {
  const words = story.words.page;
  const bar = document.createElement('nav');
  bar.className = 'stepper-bar';
  bar.setAttribute('aria-label', say(story, words.steps));
  const button = (text: string, by: number) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', () => move(by), { signal });
    return made;
  };
  let move = (_by: number) => {};
  const [previous, next] = [button(say(story, words.back), -1), button(say(story, words.on), 1)];
  const where = document.createElement('output');
  where.setAttribute('aria-live', 'polite');
  bar.append(previous, where, next);
  document.body.append(bar);
  return {
    name(index) {
      const title = story.steps[index - 1]?.title;
      where.textContent = title
        ? say(story, words.count, { n: formatNumber(index, story), total: formatNumber(story.steps.length, story) })
        : '';
      const said = document.createElement('span');
      said.className = 'sr';
      said.textContent = title ? `: ${title}` : index ? say(story, words.sources) : story.title;
      where.append(said);
    },
    mark(first, last) {
      // Not disabled, which would take the focus away from who holds it.
      previous.setAttribute('aria-disabled', String(first));
      next.setAttribute('aria-disabled', String(last));
    },
    onMove(run) {
      move = run;
    },
  };
}

function watchSwipes(move: (by: number) => void, signal: AbortSignal): void {
  let from: { x: number; y: number } | null = null;
  addEventListener(
    'touchstart',
    ({ touches }) => {
      const [touch] = touches;
      from = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    { passive: true, signal },
  );
  addEventListener(
    'touchend',
    ({ changedTouches: [touch] }) => {
      if (!from || !touch) return;
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(x) > swipePx && Math.abs(x) > Math.abs(y)) move(x < 0 ? 1 : -1);
      from = null;
    },
    { passive: true, signal },
  );
}
