import type { Page } from '@playwright/test';

export interface Breaking {
  /** What can't be read of the step's scene, such as `plate.title`; a chart's source line or a map's names if left out. */
  path?: string;
  /** Whether it fails only while the reader is at the step: what is made ahead is made. */
  there?: boolean;
  /** Lets the step follow the scroll. */
  scrub?: boolean;
}

/**
 * Lets the drawing of one step throw: what its scene holds under a name can't be read any more once the story has begun. A chart's
 * source is read when it is drawn and never before; so are the names on a map.
 */
export const breakScene = (page: Page, id: string, breaking: Breaking = {}): Promise<unknown> =>
  page.addInitScript(
    ({ step, path, there, scrub }) => {
      interface Data {
        story: { steps: { id: string; scrub: boolean; scene: { chart: object | null } }[] };
      }
      let data: Data | undefined;
      Object.defineProperty(globalThis, 'mapStory', {
        get: () => data,
        set(given: Data) {
          data = given;
          const own = given.story.steps.find((one) => one.id === step);
          if (!own) throw new Error(`there is no step ${step}`);
          if (scrub) own.scrub = true;
          const names = (path ?? (own.scene.chart ? 'chart.source' : 'labels')).split('.');
          const name = names.pop() ?? '';
          const owner = names.reduce((value, key) => (value as Record<string, object>)[key] ?? {}, own.scene as object);
          const value = Reflect.get(owner, name);
          if (value === undefined) throw new Error(`${step} has no ${path}`);
          Object.defineProperty(owner, name, {
            get() {
              if (there && document.documentElement.dataset.step !== step) return value;
              throw new Error(`no ${name} here`);
            },
          });
        },
      });
    },
    { step: id, ...breaking },
  );

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
