import type { Story } from '../../story.ts';
import { make, setOptions } from './make.ts';
import { toolRoot } from './style.ts';

/** CSS px, as tests have them. */
const sizes = [
  { name: 'Phone', width: 390, height: 844 },
  { name: 'Tablet', width: 820, height: 1180 },
  { name: 'Desktop', width: 1440, height: 900 },
];

export interface Screens {
  open(step: string): void;
  renew(story: Story): void;
}

/** The same step on a phone, a tablet and a desktop, side by side. Whichever is scrolled, the others follow. */
export function createScreens({ story, onStep }: { story: Story; onStep: (id: string) => void }): Screens {
  let step = 'cover';
  let ids: string[] = [];
  /** The screen that the editor scrolls. */
  let leader: HTMLIFrameElement | null = null;
  const frames = sizes.map(({ name, width, height }) => make('iframe', { title: name, width: String(width), height: String(height) }));
  const glasses = frames.map((frame) => make('div', { className: 'glass' }, frame));
  const select = make('select', { ariaLabel: 'Step', onchange: () => goTo(select.value, null) });
  const all = make(
    'div',
    { className: 'all' },
    ...glasses.map((glass, i) => make('figure', {}, make('figcaption', { textContent: captionOf(i) }), glass)),
  );
  const button = (text: string, onclick: () => void) => make('button', { type: 'button', textContent: text, onclick });
  const dialog = make(
    'dialog',
    { className: 'screens', ariaLabel: 'Phone, tablet and desktop', onclose: leave },
    make(
      'div',
      { className: 'head' },
      make('h2', { textContent: 'Phone, tablet and desktop' }),
      button('Previous', () => goBy(-1)),
      select,
      button('Next', () => goBy(1)),
      button('Close', () => dialog.close()),
    ),
    all,
  );
  toolRoot().append(dialog);

  const goTo = (id: string, from: HTMLIFrameElement | null) => {
    step = id;
    leader = from;
    select.value = id;
    for (const frame of frames) if (frame !== from) show(frame);
  };
  const goBy = (by: number) => goTo(ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(step) + by))] ?? step, null);
  const show = (frame: HTMLIFrameElement) =>
    frame.contentDocument?.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' });
  const scale = () => {
    const wide = sizes.reduce((sum, { width }) => sum + width, 0);
    const tall = Math.max(...sizes.map(({ height }) => height));
    const by = Math.min((all.clientWidth - 72) / wide, (all.clientHeight - 48) / tall, 1);
    frames.forEach((frame, i) => {
      const { width = 0, height = 0 } = sizes[i] ?? {};
      frame.style.transform = `scale(${by})`;
      glasses[i]?.style.setProperty('width', `${width * by}px`);
      glasses[i]?.style.setProperty('height', `${height * by}px`);
    });
  };
  for (const frame of frames) {
    frame.addEventListener('load', () => {
      const { contentWindow: inside, contentDocument: page } = frame;
      if (!inside || !page || frame.src === '') return;
      for (const name of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
        inside.addEventListener(name, () => (leader = frame), { passive: true });
      new MutationObserver(() => {
        const { step: now } = page.documentElement.dataset;
        if (now && now !== step && frame === leader) goTo(now, frame);
      }).observe(page.documentElement, { attributeFilter: ['data-step'] });
    });
  }
  new ResizeObserver(scale).observe(all);

  function leave(): void {
    for (const frame of frames) frame.removeAttribute('src');
    onStep(step);
  }
  const renew = ({ steps }: Story) => {
    ids = ['cover', ...steps.map(({ id }) => id), 'coda'];
    setOptions(
      select,
      [['cover', 'Cover'], ...steps.map(({ id, title }, i) => [id, `${i + 1}. ${title || id}`] as const), ['coda', 'After the story']],
      step,
    );
  };
  renew(story);
  return {
    renew,
    open(id) {
      step = ids.includes(id) ? id : 'cover';
      select.value = step;
      dialog.showModal();
      scale();
      for (const frame of frames) frame.src = `${location.pathname}?frame=whole#${step}`;
    },
  };
}

const captionOf = (i: number): string => `${sizes[i]?.name}, ${sizes[i]?.width} × ${sizes[i]?.height}`;
