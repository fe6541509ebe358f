import type { Camera, Size } from '../../scene/camera.ts';
import { type Message, say } from '../../words/index.ts';
import { pause } from '../clock.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { whenRecoloured } from '../webgl-when-it-pays.ts';
import { element } from './element.ts';
import { createScale } from './scale.ts';
import { whenScrolledOn } from './scrolled.ts';
import { addStyles } from './styles.ts';

/** A map that the reader moves, whatever draws it. */
export interface FreeGround {
  /** What lies on the map and moves with it is put here. */
  outer: HTMLElement;
  /** What takes the keyboard's focus. */
  focus: HTMLElement;
  camera(): Camera;
  onLook(run: () => void): void;
  resize(size: Size): void;
  recolour(): void;
  zoomBy(levels: number): void;
  destroy(): void;
}

/** A layer over the whole page, for one map. */
export interface FreeMap {
  view: HTMLElement;
  /** Where the map is drawn. */
  container: HTMLElement;
  size(): Size;
  /** The map is there: the page is held back, and the controls are put up. Gives what is aborted when the reader leaves. */
  begin(ground: FreeGround, follow: (camera: Camera, size: Size) => void): AbortSignal;
  /** Takes it away, and gives the page back as it was. */
  close(): void;
  /** Aborted when it has been taken away, also while its map was still on its way. */
  left: AbortSignal;
}

/** Makes the layer that a map for the reader to move lies in: they leave by its button, by Escape, or by scrolling on. */
export function createFreeMap({ root, element: stageElement, story, signal }: Page, button: HTMLElement, name: Message): FreeMap {
  addStyles();
  const view = element('div', 'free-map');
  view.setAttribute('role', 'dialog');
  view.setAttribute('aria-label', say(story, name));
  const container = view.appendChild(element('div', ''));
  stageElement.after(view);
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const listening = new AbortController();
  let release = () => {};
  let remove = () => view.remove();
  const close = () => {
    if (listening.signal.aborted) return;
    listening.abort();
    remove();
    release();
  };
  const leave = () => {
    close();
    button.focus({ preventScroll: true });
  };
  document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && leave(), {
    signal: listening.signal,
  });
  return {
    view,
    container,
    size,
    close,
    left: listening.signal,
    begin(ground, follow) {
      remove = () => {
        ground.destroy();
        view.remove();
      };
      release = hold(root, view);
      const scale = createScale(story);
      const look = () => {
        follow(ground.camera(), size());
        scale.show(ground.camera());
      };
      view.append(controls(story, ground, leave), scale.element);
      keepAlike(ground, size, look, listening.signal);
      ground.onLook(look);
      look();
      ground.focus.setAttribute('aria-label', say(story, name));
      whenScrolledOn(leave, listening.signal);
      signal.addEventListener('abort', leave, { signal: listening.signal });
      return listening.signal;
    },
  };
}

/** How long the map's data is waited for, ms. */
const patienceMs = 20_000;

/** The map's data is there, and the scene stands still. */
export async function stageReady(stage: Stage): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!stage.still() || !stage.view().geo.layers.length) {
    if (performance.now() > end) throw new Error('the map has no data');
    await pause();
    await new Promise(requestAnimationFrame);
  }
}

/** Nothing but the map is there for pointers, keys and screen readers. Gives what undoes it. */
function hold(root: HTMLElement, view: HTMLElement): () => void {
  const others = [...document.body.children].filter((other) => other !== view && !other.hasAttribute('inert'));
  for (const other of others) other.toggleAttribute('inert', true);
  root.classList.add('exploring');
  return () => {
    for (const other of others) other.removeAttribute('inert');
    root.classList.remove('exploring');
  };
}

/** The map follows the screen's size and the page's colours. */
function keepAlike(ground: FreeGround, size: () => Size, look: () => void, signal: AbortSignal): void {
  whenRecoloured(() => ground.recolour(), signal);
  addEventListener(
    'resize',
    () => {
      ground.resize(size());
      look();
    },
    { signal },
  );
}

function controls(story: Page['story'], ground: FreeGround, leave: () => void): HTMLElement {
  const { tools } = story.words;
  const row = element('div', 'free-controls');
  const action = (name: Message, className: string, run: () => void) => {
    const button = row.appendChild(element('button', className));
    if (className) button.setAttribute('aria-label', say(story, name));
    else button.textContent = say(story, name);
    button.addEventListener('click', run);
  };
  action(tools.backToStory, '', leave);
  action(tools.zoomIn, 'in', () => ground.zoomBy(1));
  action(tools.zoomOut, 'out', () => ground.zoomBy(-1));
  return row;
}
