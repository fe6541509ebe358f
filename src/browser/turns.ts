import { mayMove } from './clock.ts';
import { currentStep } from './scroll.ts';

export interface Turns {
  goTo(id: string): void;
  /** On or back by one stop. `control` is what the reader used: a card's own leads on from its step, another from where the page is. */
  goBy(by: 1 | -1, control: Element, byKey: boolean): void;
}

/** How much of the screen is turned over at once in what is taller. */
const turnedShare = 0.85;

/** The ways from stop to stop: whatever stands in the article is one, steps and what lies between them. */
export function createTurns(steps: HTMLElement[]): Turns {
  const stops = [...document.querySelectorAll<HTMLElement>('.step, .between')];
  const isStep = (stop: HTMLElement) => steps.includes(stop);
  const behavior = () => (mayMove() ? 'smooth' : 'auto');

  const rest = (stop: HTMLElement, focused: HTMLElement | null = stop) => {
    // What the screen holds whole, and is no step, stands in its middle: at its top the next step would be the current one.
    const block = isStep(stop) || stop.offsetHeight >= innerHeight ? 'start' : 'center';
    stop.tabIndex = -1;
    stop.scrollIntoView({ behavior: behavior(), block });
    focused?.focus({ preventScroll: true });
  };
  return {
    goTo(id) {
      const step = steps.find((one) => one.id === id);
      if (step) rest(step);
    },
    goBy(by, control, byKey) {
      const from = control.closest<HTMLElement>('.step') ?? stops[currentStep(stops)];
      const stop = from && stops[stops.indexOf(from) + by];
      if (!stop) return;
      const { top, bottom } = from.getBoundingClientRect();
      const hidden = by > 0 ? bottom - innerHeight : -top;
      // What lies between steps is read to its end first.
      if (!isStep(from) && hidden > 1) return scrollBy({ top: by * Math.min(hidden, innerHeight * turnedShare), behavior: behavior() });
      if (!byKey || !isStep(stop) || stop.matches('.cover, .coda')) return rest(stop);
      // Its like in the next card takes the focus, or in the rail, so that the key can be pressed again.
      const like = (place: ParentNode, where: string) => place.querySelector<HTMLElement>(`${where} [rel=${by > 0 ? 'next' : 'prev'}]`);
      const own = like(stop, '.turns');
      rest(stop, own?.offsetWidth ? own : like(document, '.rail'));
    },
  };
}
