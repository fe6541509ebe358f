/** What the page may still move by once a tool is open, from the scroll that came before, px. */
const slackPx = 24;

/** Runs when the reader scrolls the page on. */
export function whenScrolledOn(run: () => void, signal: AbortSignal): void {
  const from = scrollY;
  addEventListener('scroll', () => Math.abs(scrollY - from) > slackPx && run(), { passive: true, signal });
}
