import type { Role } from '../graphics/palette.ts';
import type { Parts } from './parts.ts';
import type { Stage } from './stage.ts';
import { loadWebgl, workerAddress } from './webgl-source.ts';

interface Context {
  root: HTMLElement;
  element: HTMLElement;
  stage: Stage;
  parts: Parts;
  signal: AbortSignal;
}

/**
 * Brings the WebGL map after the reader has begun to read, while nothing moves. Wherever it can't come, or goes again,
 * the SVG map flies on.
 */
export function bringWebgl(context: Context): void {
  if (!worthIt()) return;
  const begin = () => {
    for (const name of firstMoves) removeEventListener(name, begin);
    whenStill(context, () => void swap(context).catch(report));
  };
  for (const name of firstMoves) addEventListener(name, begin, { passive: true, signal: context.signal });
  if (scrollY > 0) begin();
}

const firstMoves = ['scroll', 'keydown', 'pointerdown'];

/** Not on saved data, a very slow line, little memory, or without WebGL 2. */
function worthIt(): boolean {
  const { connection, deviceMemory = 4 } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
    deviceMemory?: number;
  };
  if (connection?.saveData || /2g/.test(connection?.effectiveType ?? '') || deviceMemory < 2) return false;
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'));
  } catch {
    return false;
  }
}

function whenStill({ stage, signal }: Context, run: () => void): void {
  let since = performance.now();
  const bump = () => {
    since = performance.now();
  };
  addEventListener('scroll', bump, { passive: true, signal });
  const check = () => {
    if (signal.aborted) return;
    if (!stage.still() || performance.now() - since < 350) return void setTimeout(check, 120);
    removeEventListener('scroll', bump);
    run();
  };
  check();
}

async function swap(context: Context): Promise<void> {
  const { root, element, stage, parts, signal } = context;
  const container = element.querySelector<HTMLElement>('.webgl');
  if (!container) return;
  const [{ createWebglGround }, workerUrl] = await Promise.all([loadWebgl(parts), workerAddress(parts)]);
  const lose = () => {
    stage.take(null);
    root.dataset.map = 'svg';
    container.classList.remove('on');
  };
  const ground = await createWebglGround({
    container,
    ...stage.view(),
    colour: (role: Role) => colourOf(element, role),
    workerUrl,
    onLost: lose,
  });
  signal.addEventListener('abort', () => ground.destroy());
  if (signal.aborted) return ground.destroy();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => ground.recolour(), { signal });
  whenStill(context, () => {
    const { scene, camera } = stage.view();
    ground.show(scene);
    ground.look(camera);
    requestAnimationFrame(() => {
      container.classList.add('on');
      stage.take(ground);
      root.dataset.map = 'webgl';
    });
  });
}

function colourOf(element: HTMLElement, role: Role): string {
  return getComputedStyle(element).getPropertyValue(`--${role}`).trim();
}

function report(error: unknown): void {
  console.info(`The map stays a drawing: ${error instanceof Error ? error.message : String(error)}`);
}
