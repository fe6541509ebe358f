import type { Page } from '@playwright/test';

/**
 * Lets the drawing of one step throw: what its scene holds under a name can't be read any more once the story has begun. A chart's
 * source is read when it is drawn and never before; so are the names on a map.
 */
export const breakScene = (page: Page, id: string): Promise<unknown> =>
  page.addInitScript((step) => {
    interface Data {
      story: { steps: { id: string; scene: { chart: object | null } }[] };
    }
    let data: Data | undefined;
    Object.defineProperty(globalThis, 'mapStory', {
      get: () => data,
      set(given: Data) {
        data = given;
        const scene = given.story.steps.find((one) => one.id === step)?.scene;
        const [owner, name] = scene?.chart ? [scene.chart, 'source'] : [scene ?? {}, 'labels'];
        Object.defineProperty(owner, name, {
          get() {
            throw new Error(`no ${name} here`);
          },
        });
      },
    });
  }, id);

/** A browser that refuses all storage. */
export const denyStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
