import { type Message, say } from '../../words/index.ts';
import { pause } from '../clock.ts';
import type { WebglGround } from '../map/webgl.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { createGround, hasWebgl } from '../webgl-when-it-pays.ts';
import { element } from './element.ts';
import { showNotice } from './notice.ts';
import { whenScrolledOn } from './scrolled.ts';
import { createSpots } from './spots.ts';
import { addStyles } from './styles.ts';

/** How long the map's data is waited for, ms. */
const patienceMs = 20_000;

/**
 * Lays a map over the page that the reader may move, and which begins as the scene is seen. The stage below stays as it is,
 * so that the way back is to take the map away: by its button, by Escape, or by scrolling on.
 */
export async function explore(button: HTMLElement, page: Page, stage: Stage): Promise<void> {
  const { root, element: stageElement, story, parts, signal } = page;
  addStyles();
  const step = root.dataset.step;
  const view = element('div', 'free-map');
  view.setAttribute('role', 'dialog');
  view.setAttribute('aria-label', say(story, story.words.tools.explore));
  const container = view.appendChild(element('div', ''));
  stageElement.after(view);
  let close = () => view.remove();
  let ground: WebglGround;
  try {
    if (!hasWebgl()) throw new Error('no WebGL here');
    await stageReady(stage);
    ground = await createGround({ element: stageElement, stage, parts }, container, () => close(), true);
  } catch {
    view.remove();
    if (!signal.aborted) showNotice(story, element('p', '', say(story, story.words.tools.noMap)));
    return;
  }
  close = () => {
    ground.destroy();
    view.remove();
  };
  // The reader has gone on meanwhile.
  if (signal.aborted || root.dataset.step !== step) return close();

  const release = hold(root, view);
  const listening = new AbortController();
  const leave = () => {
    listening.abort();
    close();
    release();
    button.focus({ preventScroll: true });
  };
  drawNames(ground, page, stage, container, listening.signal);
  view.append(controls(page, ground, leave));
  ground.surface.focus.setAttribute('aria-label', say(story, story.words.tools.explore));
  ground.surface.focus.focus({ preventScroll: true });
  whenScrolledOn(leave, listening.signal);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && leave(), { signal: listening.signal });
  signal.addEventListener('abort', leave, { signal: listening.signal });
}

/** The map's data is there, and the scene stands still. */
async function stageReady(stage: Stage): Promise<void> {
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

function drawNames(ground: WebglGround, { story, root }: Page, stage: Stage, container: HTMLElement, signal: AbortSignal): void {
  const { geo, scene } = stage.view();
  const place = createSpots(ground.surface.outer, story, geo, scene);
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const follow = () => place(ground.camera(), size());
  const themes = new MutationObserver(() => ground.recolour());
  themes.observe(root, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => themes.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => ground.recolour(), { signal });
  addEventListener(
    'resize',
    () => {
      ground.resize(size());
      follow();
    },
    { signal },
  );
  ground.onLook(follow);
  follow();
}

function controls({ story }: Page, ground: WebglGround, leave: () => void): HTMLElement {
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
