/**
 * Tells whichever auto-height script the host may have how tall this frame wants to be, in the words that it listens for:
 * AMP, Datawrapper, pym, the Guardian, iframe-resizer 4 and 5, WordPress. A host that has none hears plain data and does nothing.
 */
export function announceHeight(height: () => number, signal: AbortSignal): void {
  const asked = new URLSearchParams(location.search);
  const pymId = asked.get('childId');
  // WordPress may add its secret twice: the last one counts.
  const secret = /.*secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1];
  let resizer: string | null = null;
  let last = 0;

  const say = (message: unknown) => parent.postMessage(message, '*');
  const toWordPress = () => {
    if (secret) say({ message: 'height', value: Math.max(200, Math.min(1000, last)), secret });
  };
  const toResizer = (why: string) => {
    if (resizer) say(`[iFrameSizer]${resizer}:${last}:${innerWidth}:${why}`);
  };
  const announce = () => {
    const now = Math.round(height());
    if (now === last) return;
    last = now;
    say({ sentinel: 'amp', type: 'embed-size', height: last });
    say({ 'datawrapper-height': { [asked.get('id') ?? 'story']: last } });
    if (pymId) say(`pymxPYMx${pymId}xPYMxheightxPYMx${last}`);
    toWordPress();
    toResizer('size');
  };

  addEventListener(
    'message',
    ({ data, source }) => {
      if (source !== parent) return;
      const called = typeof data === 'string' ? /^\[iFrameSizer\]([\w-]{1,100}):/.exec(data) : null;
      if (called) {
        resizer = called[1] ?? null;
        toResizer('init');
      } else if (data?.message === 'ready' && data.secret === secret) toWordPress();
      else if (data?.kind === 'interactive:scroll') say({ kind: 'interactive:height', height: last });
    },
    { signal },
  );
  addEventListener('resize', announce, { signal });
  announce();
}
