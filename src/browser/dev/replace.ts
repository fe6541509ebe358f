/** What holds text and nothing that moves. */
const holders = '.cover .title, .card, .still figcaption, .still.chart, .coda-grid';

/**
 * Puts the new text in the place of the old, where it differs, and touches nothing else. `before` is the markup that the page
 * was made of; null where that is not known, and then all is replaced.
 */
export function replaceText(before: HTMLElement | null, next: HTMLElement): void {
  const [here, old, fresh] = [document, before, next].map((root) => [...(root?.querySelectorAll(holders) ?? [])]);
  fresh?.forEach((element, i) => {
    if (old?.[i]?.outerHTML !== element.outerHTML) here?.[i]?.replaceChildren(...document.importNode(element, true).childNodes);
  });
}

/** Whether the page has these steps, and the same between them: then new text is all that there is to replace. */
export function hasOutline(next: HTMLElement): boolean {
  const outline = (root: ParentNode) =>
    [...root.querySelectorAll('.step, .between')].map((one) => `${one.id} ${one.matches('.plain')}`).join();
  return outline(document) === outline(next);
}
