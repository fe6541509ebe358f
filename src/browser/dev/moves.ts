/** What the pointer, the wheel and the keys ask of a map. Places and ways are px of its element. */
export interface Moves {
  /** The number of what may be dragged there; null for the map itself. */
  press(target: Element): number | null;
  pan(dx: number, dy: number): void;
  zoom(by: number, at?: [number, number]): void;
  pick(at: [number, number]): void;
  drag(index: number, at: [number, number]): void;
  /** `at` is null where it was let go without being moved. */
  drop(index: number, at: [number, number] | null): void;
  reset(): void;
  middle(): [number, number];
}

/** Where a drag is not one yet, px. */
const stillPx = 4;

export function listenForMoves(element: HTMLElement, moves: Moves): void {
  let from: { x: number; y: number; index: number | null; moved: boolean } | null = null;
  const at = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, index: moves.press(event.target as Element), moved: false };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < stillPx) return;
    from.moved = true;
    if (from.index !== null) return moves.drag(from.index, at(event));
    moves.pan(dx, dy);
    [from.x, from.y] = [event.clientX, event.clientY];
  });
  element.addEventListener('pointerup', (event) => {
    if (!from) return;
    const { index, moved } = from;
    from = null;
    if (index !== null) moves.drop(index, moved ? at(event) : null);
    else if (!moved) moves.pick(at(event));
  });
  element.addEventListener('pointercancel', () => {
    if (from?.index != null) moves.drop(from.index, null);
    from = null;
  });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      moves.zoom(-event.deltaY * (event.deltaMode ? 0.05 : 0.002), at(event));
    },
    { passive: false },
  );
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 10 : 80;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => moves.pan(step, 0),
      ArrowRight: () => moves.pan(-step, 0),
      ArrowUp: () => moves.pan(0, step),
      ArrowDown: () => moves.pan(0, -step),
      '+': () => moves.zoom(0.5),
      '=': () => moves.zoom(0.5),
      '-': () => moves.zoom(-0.5),
      Home: moves.reset,
      Enter: () => moves.pick(moves.middle()),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
}
