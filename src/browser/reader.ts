/** Resolves when the reader begins to read: at their first scroll, key or touch, or at once where they come in mid-story. */
export function firstMove(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const begin = () => {
      for (const name of moves) removeEventListener(name, begin);
      resolve();
    };
    for (const name of moves) addEventListener(name, begin, { passive: true, signal });
    if (scrollY > 0 || location.hash) begin();
  });
}

const moves = ['scroll', 'wheel', 'touchstart', 'pointerdown', 'keydown'];

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether the reader has asked for little data, or has a line that carries little. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return Boolean(connection?.saveData) || /2g/.test(connection?.effectiveType ?? '');
}
