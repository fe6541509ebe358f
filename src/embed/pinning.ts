export type Pin = 'sticky' | 'fixed';

/**
 * How a graphic can be held still in an element that already has its height: sticky; fixed, where an ancestor that never
 * scrolls would carry off what is sticky; null where neither works.
 */
export function pinning(element: HTMLElement): Pin | null {
  const { bottom } = element.getBoundingClientRect();
  let stuck = false;
  let held = false;
  for (let ancestor = above(element); ancestor && ancestor !== document.documentElement; ancestor = above(ancestor)) {
    const style = getComputedStyle(ancestor);
    const overflow = givesOverflowAway(ancestor) ? '' : style.overflowY;
    if (overflow === 'hidden' || (/auto|scroll/.test(overflow) && ancestor.scrollHeight <= ancestor.clientHeight + 1)) stuck = true;
    // What is cut off there can't be scrolled to.
    if (holdsFixed(style) || (overflow === 'hidden' && ancestor.getBoundingClientRect().bottom < bottom - 1)) held = true;
  }
  if (!stuck) return 'sticky';
  return held ? null : 'fixed';
}

/** The parent as it is drawn: through slots and out of shadow trees. */
const above = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** The overflow of body is the viewport's, unless that of html is. */
const givesOverflowAway = (element: Element): boolean =>
  element === document.body && getComputedStyle(document.documentElement).overflowY === 'visible';

const holders = ['transform', 'translate', 'rotate', 'scale', 'perspective', 'filter', 'backdropFilter'] as const;

/** What is fixed in such an element is fixed to it, and not to the viewport. */
const holdsFixed = (style: CSSStyleDeclaration): boolean =>
  holders.some((name) => (style[name] || 'none') !== 'none') ||
  /paint|layout|strict|content|transform|filter|perspective/.test(style.contain + style.willChange);
