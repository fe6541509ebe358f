import type { Story } from '../story.ts';
import { type Language, say } from '../words/index.ts';
import { createTurns } from './turns.ts';

export interface Navigation {
  /** Marks the step as current in the rail, the bar and the address. */
  mark(index: number): void;
  goTo(id: string): void;
}

/**
 * Rail, next and previous, arrow keys, and the address, all led by the same scroll. Next and previous stop at whatever stands
 * in the article, steps and what lies between them; ticks and the address are the steps' alone.
 */
export function createNavigation(steps: HTMLElement[], story: Story, signal: AbortSignal): Navigation {
  const page = document;
  const rail = createRail(steps, story);
  const bar = createBar(page);
  const { goTo, goBy } = createTurns(steps);
  let current = 0;
  let timer = 0;

  page.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.rail a, .turns a, .begin');
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (link.rel) goBy(link.rel === 'next' ? 1 : -1, link, false);
      else goTo(decodeURIComponent(link.hash.slice(1)));
    },
    { signal },
  );
  page.addEventListener(
    'keydown',
    (event) => {
      const control = (event.target as Element).closest('.rail, .turns, .begin, .between:focus');
      if (!control || event.altKey || event.ctrlKey || event.metaKey) return;
      const [on, back] = story.rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      const by = event.key === 'ArrowDown' || event.key === on ? 1 : event.key === 'ArrowUp' || event.key === back ? -1 : null;
      if (!by) return;
      event.preventDefault();
      goBy(by, control, true);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    goTo,
    mark(index) {
      steps[current]?.removeAttribute('data-current');
      current = index;
      const step = steps[index];
      step?.setAttribute('data-current', '');
      for (const link of rail.querySelectorAll('a')) {
        if (link.hash === `#${step?.id}` && !link.rel) link.setAttribute('aria-current', 'step');
        else link.removeAttribute('aria-current');
      }
      rail.querySelector('.up')?.setAttribute('href', `#${steps[Math.max(0, index - 1)]?.id}`);
      rail.querySelector('.down')?.setAttribute('href', `#${steps[Math.min(steps.length - 1, index + 1)]?.id}`);
      bar.style.setProperty('--done', String(index / (steps.length - 2)));
      clearTimeout(timer);
      timer = window.setTimeout(() => writeAddress(index === 0 ? '' : `#${step?.id}`), 250);
    },
  };
}

/** A tick for each step, between up and down: it stands before the article, as a list of what comes. */
function createRail(steps: HTMLElement[], language: Language): HTMLElement {
  const page = document;
  const words = language.words.page;
  const rail = page.createElement('nav');
  rail.className = 'rail';
  rail.setAttribute('aria-label', say(language, words.steps));
  const link = (id: string, name: string, className = '') => {
    const made = rail.appendChild(page.createElement('a'));
    made.href = `#${id}`;
    made.className = className;
    made.title = name;
    const hidden = made.appendChild(page.createElement('span'));
    hidden.className = 'sr';
    hidden.textContent = name;
    return made;
  };
  link('cover', say(language, words.previous), 'up').rel = 'prev';
  for (const step of steps.slice(1, -1)) link(step.id, step.querySelector('h2')?.textContent ?? step.id);
  link('coda', say(language, words.next), 'down').rel = 'next';
  page.querySelector('main')?.before(rail);
  return rail;
}

/** How far the story has been read, where there is no room for a rail. */
function createBar(page: Document): HTMLElement {
  const bar = page.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('aria-hidden', 'true');
  page.body.append(bar);
  return bar.appendChild(page.createElement('i'));
}

/** Replaced, not pushed: the way through the story must not fill the history. */
function writeAddress(hash: string): void {
  if (location.hash === hash) return;
  try {
    history.replaceState(history.state, '', hash || location.pathname + location.search);
  } catch {
    // Some frames of no origin refuse any address but their own: the story goes on without one.
  }
}
