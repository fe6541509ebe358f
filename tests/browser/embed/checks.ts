/** Asked in the host's page, in any engine: JavaScript that gives plain values. */

/** Where the story's frames are in the host's window, px, by the part of the story that each is. */
export const frames = `(() => {
  const story = document.getElementById('story');
  const all = [...(story.shadowRoot?.querySelectorAll('iframe') ?? []), ...story.querySelectorAll('iframe')].filter((one) => one.getBoundingClientRect().height);
  const box = (one) => { const { left, top, width, height } = one.getBoundingClientRect(); return { left, top, width, height }; };
  const of = (part) => { const found = all.find(({ src }) => src.includes('frame=' + part)); return found ? box(found) : null; };
  return { text: of('text'), graphic: of('graphic'), stepper: of('stepper'), any: all.length ? box(all[0]) : null, own: box(story), pin: story.dataset.pin ?? null };
})()`;

/** Scrolls until the story's top is `px` above the upper edge of what can be seen. */
export const scrollInto = (px: number, scroller = ''): string =>
  `void ((${scroller ? `document.querySelector('${scroller}')` : 'document.scrollingElement'}).scrollTop += document.getElementById('story').getBoundingClientRect().top + ${px})`;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Frames = Record<'text' | 'graphic' | 'stepper' | 'any', Box | null> & { own: Box; pin: string | null };
