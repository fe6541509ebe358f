import rules from './duet.css?inline';
import { kinds, limits, mark, readMessage, version } from './message.ts';
import { clamp, outline } from './outline.ts';
import { pinning } from './pinning.ts';

/** How long a text that was sent to a place, or whose stage has another height, may scroll the host without having the focus, ms. */
const grantedMs = 2000;

export interface Duet {
  text: HTMLIFrameElement;
  /** Lets the text scroll the host, for a while. */
  grant(): void;
  /** Takes what one of the frames says; anything else is left. */
  hear(source: MessageEventSource | null, data: unknown): void;
}

/**
 * Two frames of one story in one grid cell: a graphic that stands still, and over it a text as tall as the story. The host
 * scrolls both by itself, so nothing is done here while it scrolls. `onReady` runs when both have said that they are there.
 * Null where no graphic can be held still.
 */
export function createDuet(element: HTMLElement, root: ShadowRoot, story: HTMLAnchorElement, onReady: () => void): Duet | null {
  const [pair, over, place] = [box('pair'), box('text'), box('place')];
  const { len, top } = element.dataset;
  const topPx = Number(top) || 0;
  // Not in the sheet: WebKit does not see that its rules have changed.
  const set = (name: string, value: string | number) => pair.style.setProperty(`--${name}`, `${value}`);
  set('top', `${topPx}px`);
  set('len', clamp(Number(len) || 10, [1, limits.stages]));
  // The height is taken before the frames are there: whether an ancestor scrolls shows only then.
  pair.append(over);
  root.append(pair);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];
  const pin = pinning(element);
  if (!pin) return null;
  element.dataset.pin = pin;

  const text = createFrame(element, story, 'text');
  const graphic = createFrame(element, story, 'graphic');
  graphic.className = 'graphic';
  graphic.title += ': map and charts';
  over.append(text);
  pair.append(graphic, place);
  const ready = new Set<HTMLIFrameElement>();
  let stagePx = 0;
  let grantedUntil = 0;

  // A sandboxed frame has no origin that could be named.
  const send = (frame: HTMLIFrameElement, message: number[], port?: MessagePort) =>
    frame.contentWindow?.postMessage([mark, ...message], '*', port ? [port] : []);
  const grant = () => {
    grantedUntil = performance.now() + grantedMs;
  };
  const tellStage = (channel?: MessageChannel) => {
    stagePx = clamp(graphic.clientHeight, limits.stagePx);
    send(text, [kinds.ready, stagePx, version], channel?.port1);
    send(graphic, [kinds.ready, stagePx, version], channel?.port2);
  };
  /** The graphic is out of reach and unread until it is explored: the text says in words what it shows. */
  const explore = (on: boolean) => {
    pair.classList.toggle('explore', on);
    graphic.setAttribute('aria-hidden', `${!on}`);
    graphic.tabIndex = on ? 0 : -1;
    send(graphic, [kinds.explore, on ? 1 : 0]);
    // Moved within the story, never taken from the host.
    if (root.activeElement) (on ? graphic : text).focus();
  };
  /** WebKit does not scroll a host to what has the focus in a frame of another origin. Only within the story, and only while the reader is there. */
  const reach = (y: number, px: number) => {
    if (root.activeElement !== text && performance.now() > grantedUntil) return;
    const height = clamp(px, [0, stagePx]);
    const from = clamp(y, [0, text.clientHeight - height]);
    const seenFrom = from + text.getBoundingClientRect().top;
    if (seenFrom >= topPx && seenFrom + height <= innerHeight) return;
    place.style.top = `${from + height / 2}px`;
    place.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const hear = (source: MessageEventSource | null, data: unknown) => {
    const frame = [text, graphic].find(({ contentWindow }) => contentWindow === source);
    const message = readMessage(data);
    if (!frame || !message) return;
    const { kind, values } = message;
    const [first = 0, second = 0] = values;
    // Again when a frame was loaded again, since a port is given away once. Whatever its version: what is understood counts.
    if (kind === kinds.ready && ready.add(frame).size === 2) {
      tellStage(new MessageChannel());
      onReady();
    }
    if (kind === kinds.explore) explore(first === 1);
    if (frame === graphic) return;
    // Fixed and clipped, it would not count as near to what is seen: it comes with its text.
    graphic.loading = 'eager';
    // Before both are there no stage is known to measure it by, and the height kept free for the story stays.
    if (kind === kinds.height && stagePx) {
      set('height', `${clamp(first, [stagePx, limits.stages * stagePx])}px`);
      set('print', `${clamp(second, limits.printPx)}px`);
    }
    if (kind === kinds.cards) set('cards', outline(values));
    if (kind === kinds.reach) reach(first, second);
  };

  const sizes = new ResizeObserver(() => {
    set('width', `${element.clientWidth}px`);
    // In print, where the host hides the story, and where it was given up, there is no stage.
    if (ready.size < 2 || !graphic.clientHeight || graphic.clientHeight === stagePx) return;
    // The text asks for its step again, so that the reader who turns the phone keeps the place.
    grant();
    tellStage();
  });
  sizes.observe(element);
  sizes.observe(graphic);
  explore(false);

  return { text, grant, hear };
}

function box(name: string): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  return made;
}

/** A new one each time: another address for a frame that is there would be an entry in the reader's history. */
function createFrame({ dataset }: HTMLElement, { href, text }: HTMLAnchorElement, part: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const address = new URL(href);
  address.searchParams.set('frame', part);
  for (const name of ['theme', 'start', 'lang']) {
    const value = dataset[name];
    if (value) address.searchParams.set(name, value);
  }
  frame.title = text;
  frame.loading = 'lazy';
  frame.scrolling = 'no';
  if (dataset.sandbox !== undefined) frame.setAttribute('sandbox', dataset.sandbox);
  frame.src = address.href;
  return frame;
}
