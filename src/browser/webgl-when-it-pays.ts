import { sameCamera } from '../scene/camera.ts';
import type { WebglGround } from './map/webgl.ts';
import { excuse } from './page.ts';
import type { Parts } from './parts.ts';
import { savesData } from './reader.ts';
import type { Stage } from './stage.ts';
import { loadWebgl, workerAddress } from './webgl-source.ts';

interface Context {
  root: HTMLElement;
  element: HTMLElement;
  stage: Stage;
  parts: Parts;
  signal: AbortSignal;
}

/** How long a page must stand still before the map is brought, and, where it is slow, before it is drawn again; ms. */
const stillMs = 700;
const longStillMs = 1500;

export interface Webgl {
  /** Told whenever the stage begins to move and comes to rest. */
  onState(state: 'flying' | 'settled'): void;
  /** Its scene could not be drawn, whoever's fault that is: the next is drawn without it, until another has been made. */
  drop(): void;
}

/**
 * Brings the WebGL map while nothing moves. Wherever it can't come, or goes again, the SVG map flies on; so it does where
 * WebGL is too slow to fly by, and WebGL draws only what the reader stays with.
 */
export function bringWebgl(context: Context): Webgl {
  let ground: WebglGround | null = null;
  let lives = 2;
  const { stage, root, signal } = context;
  const container = context.element.querySelector<HTMLElement>('.webgl');
  const put = (shown: WebglGround | null) => {
    container?.classList.toggle('on', shown !== null);
    stage.take(shown);
    root.dataset.map = shown ? 'webgl' : 'svg';
  };
  const lose = () => {
    put(null);
    ground?.destroy();
    // Another is made of what is shown by then; but a card that forgets again and again is left alone.
    if (ground && lives--) bring(longStillMs);
    ground = null;
  };
  /** Draws what is there behind the drawn map, then stands in front of it. */
  const takeOver = async () => {
    const own = ground;
    if (!own) return;
    const { scene, camera } = stage.view();
    const drawn = own.drawn();
    // The screen may have another size since it was last seen.
    own.resize();
    own.show(scene);
    own.look(camera);
    await drawn;
    if (own === ground && stage.still() && sameCamera(stage.view().camera, camera)) put(own);
  };
  const onState = (state: 'flying' | 'settled') => {
    if (!ground || ground.flies) return;
    if (state === 'flying') put(null);
    else whenStill(context, longStillMs, () => void takeOver());
  };
  const begin = async () => {
    if (!container) return;
    const made = await createGround(context, container, lose);
    if (signal.aborted) return made.destroy();
    signal.addEventListener('abort', made.destroy);
    whenRecoloured(() => made.recolour(), signal);
    ground = made;
    whenStill(context, made.flies ? 0 : longStillMs, () => void takeOver());
  };
  const bring = (afterMs: number) =>
    whenStill(
      context,
      afterMs,
      () =>
        void begin().catch((error) => {
          excuse('The map stays a drawing', error);
          addEventListener('online', () => bring(stillMs), { once: true, signal });
        }),
    );
  if (worthIt()) bring(stillMs);
  return { onState, drop: lose };
}

/** Not on saved data, a very slow line, little memory, or without WebGL 2. */
function worthIt(): boolean {
  const { deviceMemory = 4 } = navigator as Navigator & { deviceMemory?: number };
  return !savesData() && deviceMemory >= 2 && hasWebgl();
}

export function hasWebgl(): boolean {
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'));
  } catch {
    return false;
  }
}

/** Calls back whenever the page has other colours: by the reader's choice here, or by a setting of their device. */
export function whenRecoloured(run: () => void, signal: AbortSignal): void {
  for (const setting of ['prefers-color-scheme: dark', 'prefers-contrast: more', 'forced-colors: active'])
    matchMedia(`(${setting})`).addEventListener('change', run, { signal });
  const themes = new MutationObserver(run);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => themes.disconnect());
}

function whenStill({ element, stage, signal }: Context, forMs: number, run: () => void): void {
  let since = performance.now();
  const bump = () => {
    since = performance.now();
  };
  addEventListener('scroll', bump, { passive: true, signal });
  const check = () => {
    if (signal.aborted) return;
    // A frame that its host doesn't show has neither size nor colours.
    if (!stage.still() || !element.clientWidth || performance.now() - since < forMs) return void setTimeout(check, 120);
    removeEventListener('scroll', bump);
    run();
  };
  check();
}

/** A WebGL map of what the stage shows, in a container; one that is `free` is the reader's to move. */
export async function createGround(
  { stage, parts }: Pick<Context, 'stage' | 'parts'>,
  container: HTMLElement,
  onLost: () => void,
  free = false,
): Promise<WebglGround> {
  const [{ createWebglGround }, workerUrl] = await Promise.all([loadWebgl(parts), workerAddress(parts)]);
  return createWebglGround({ container, ...stage.view(), workerUrl, free, onLost });
}
