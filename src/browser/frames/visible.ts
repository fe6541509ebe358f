interface Watch {
  /** Left edge of the strips, px. */
  column: number;
  /** Of the frame, px. */
  height: number;
  /** Height of a strip, px: the shorter, the oftener it is said. */
  everyPx: number;
  /** Top and bottom of what can be seen of this frame, px of its own. */
  see(top: number, bottom: number): void;
}

/**
 * Tells what part of this frame can be seen. A frame of another origin has no other view of its host's scrolling: root
 * bounds are withheld and root margins ignored, but intersections are exact. Gives what stops it.
 */
export function watchVisible(root: HTMLElement, { column, height, everyPx, see }: Watch): () => void {
  const seen = new Map<Element, DOMRectReadOnly>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target, intersectionRect } of entries) {
        if (isIntersecting) seen.set(target, intersectionRect);
        else seen.delete(target);
      }
      const all = [...seen.values()];
      if (all.length) see(Math.min(...all.map(({ top }) => top)), Math.max(...all.map(({ bottom }) => bottom)));
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1] },
  );
  const strips = Array.from({ length: Math.ceil(height / everyPx) }, (_, i) => {
    const strip = root.ownerDocument.createElement('i');
    strip.className = 'strip';
    strip.setAttribute('aria-hidden', 'true');
    Object.assign(strip.style, { left: `${column}px`, top: `${i * everyPx}px`, height: `${Math.min(everyPx, height - i * everyPx)}px` });
    return strip;
  });
  root.append(...strips);
  for (const strip of strips) observer.observe(strip);
  return () => {
    observer.disconnect();
    for (const strip of strips) strip.remove();
  };
}

/** Runs once, when the element first comes into view. */
export function whenSeen(element: Element, run: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    // A busy browser tells of several moments at once.
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
