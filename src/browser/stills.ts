import type { Page } from './page.ts';

/** How long what is fetched is waited for before the steps' own pictures stand in, ms. */
const patienceMs = 6000;

type Kind = 'maps' | 'charts';

/** The steps' own pictures, which the page came with, stand in for what can't be drawn. */
export interface Stills {
  /** Whether the present scene has failed. */
  fault(faulty: boolean): void;
  /** They stand in where it takes long until something comes, and where it fails. */
  until<T>(kind: Kind, coming: Promise<T>, onLate?: () => void): Promise<T>;
}

export function createStills({ root }: Page): Stills {
  const absent = { maps: false, charts: false };
  const fault = (faulty: boolean) => {
    for (const kind of ['maps', 'charts'] as const) root.classList.toggle(`still-${kind}`, faulty || absent[kind]);
  };
  return {
    fault,
    until(kind, coming, onLate) {
      const turn = (late: boolean) => {
        clearTimeout(timer);
        absent[kind] = late;
        fault(false);
        if (late) onLate?.();
      };
      const timer = setTimeout(turn, patienceMs, true);
      coming.then(
        () => turn(false),
        () => turn(true),
      );
      return coming;
    },
  };
}
