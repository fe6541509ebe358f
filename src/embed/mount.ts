import { isStepName, type StepName, stepInAddress } from './address.ts';
import { createDuet } from './duet.ts';
import type { StoryStep } from './embed.d.ts';
import { isStoryEvent, isStorySteps, kinds, mark } from './message.ts';

export const selector = 'div[data-story]';

/** How long frames that have come into view may be silent (blocked, offline, another page), ms. */
const patienceMs = 4000;

/** Makes a story of an element: a duet where that can be, else what the embedder has pasted into it. */
export function mount(element: HTMLElement): void {
  const link = linkTo(element);
  if (!/^https?:$/.test(link.protocol)) return;
  const root = element.attachShadow({ mode: 'open' });
  const pasted = [...element.childNodes];
  let ids: readonly string[] = [];
  let wanted: StepName = -1;
  let settled = false;

  /** Goes to the step that is wanted, as soon as somebody knows it. */
  const follow = () => {
    const index = typeof wanted === 'string' ? ids.indexOf(wanted) : wanted;
    if (index < 0 || !settled) return;
    wanted = -1;
    duet?.grant();
    teller?.contentWindow?.postMessage([mark, kinds.goTo, index + 1], '*');
  };
  const settle = () => {
    settled = true;
    follow();
  };
  const go = (step: unknown) => {
    if (!isStepName(step)) return;
    wanted = step;
    // Far from what is seen its frames are not loaded yet.
    if (!settled) element.scrollIntoView();
    follow();
  };
  const leave = () => {
    root.adoptedStyleSheets = [];
    root.replaceChildren(document.createElement('slot'));
    element.dataset.pin = 'stepper';
    // What was never taken away is not put back: a frame would load again.
    if (duet) element.append(...pasted);
    if (!element.firstElementChild) element.append(link);
    duet = null;
    teller = element.querySelector('iframe');
    settle();
  };

  let duet = isLate(element) ? null : createDuet(element, root, link, settle);
  /** Who tells the steps: the text of a duet, or the stepper that was pasted. */
  let teller: HTMLIFrameElement | null | undefined = duet?.text;
  if (duet) {
    element.replaceChildren();
    afterComing(element, () => {
      if (!settled) leave();
    });
  } else leave();

  addEventListener('message', ({ data, source, origin }) => {
    if (origin !== link.origin && origin !== 'null') return;
    duet?.hear(source, data);
    if (source !== teller?.contentWindow) return;
    if (isStoryEvent(data)) {
      const { type, id, index, title } = data;
      element.dispatchEvent(new CustomEvent<StoryStep>(`story:${type}`, { bubbles: true, detail: { id, index, title } }));
    } else if (isStorySteps(data)) {
      ids = data.ids;
      follow();
    }
  });
  element.addEventListener('story:go', ({ detail }) => go(detail));
  // The address of a page asks its first story.
  if (document.querySelector(selector) !== element) return;
  const heed = () => go(stepInAddress(location.hash));
  addEventListener('hashchange', heed);
  // Who comes back or loads again is where the browser puts them.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') heed();
}

/** As a link an address is made whole and taken apart without a throw, and it is what is left where nothing was pasted. */
function linkTo({ dataset: { story = '', title = 'Story' } }: HTMLElement): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = story;
  link.text = title;
  return link;
}

/** Whether to grow now would move what the reader is looking at, or has come back to. */
function isLate(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return (document.readyState === 'complete' && top < innerHeight) || (scrollY > 0 && bottom < innerHeight);
}

function afterComing(element: HTMLElement, run: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.at(-1)?.isIntersecting) return;
    observer.disconnect();
    setTimeout(run, patienceMs);
  });
  observer.observe(element);
}
