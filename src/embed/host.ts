/**
 * embed.js: makes each `<div data-story="https://example.org/story/">` of a page a scrolling story with a graphic that stands
 * still, and nothing that scrolls inside. It says nothing to anybody but its frames, stores nothing and leaves no global.
 */
import { mount, selector } from './mount.ts';

/** Each element once, also where every story of a page has brought the script along. */
function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    const parsed = element.nextSibling || document.readyState !== 'loading';
    if (parsed && !element.shadowRoot) mount(element);
  }
}

if (document.adoptedStyleSheets) {
  // At once for what is parsed, so that the height is there before the browser paints or restores the scroll position.
  start();
  addEventListener('DOMContentLoaded', start);
}
