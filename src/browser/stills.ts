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
  let broken = false;
  const fault = (faulty: boolean) => {
    broken = faulty;
    for (const kind of ['maps', 'charts'] as const) root.classList.toggle(`still-${kind}`, faulty || absent[kind]);
  };
  return {
    fault,
    until(kind, coming, onLate) {
      const turn = (late: boolean) => {
        clearTimeout(timer);
        absent[kind] = late;
        // What comes meanwhile mends no scene that has failed.
        fault(broken);
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
