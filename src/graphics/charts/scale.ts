/** A straight scale: a number → px. */
export function linear(from: number, to: number, fromPx: number, toPx: number): (value: number) => number {
  const ratio = to === from ? 0 : (toPx - fromPx) / (to - from);
  return (value) => fromPx + (value - from) * ratio;
}

/** Round numbers, some `count` steps of 1, 2, 2.5 or 5 × 10^k, from at or below `low` to at or above `high`; at least two. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((digit) => digit * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Digits after the decimal point that all the numbers need. */
export function decimalsOf(numbers: readonly number[]): number {
  return Math.max(...numbers.map((number) => String(number).match(/\.(\d+)$/)?.[1]?.length ?? 0));
}

/** Where boxes of these heights begin, each as near as can be to where it wants its middle and none on another; px. They are in the order of their middles. */
export function spread(boxes: readonly { middle: number; height: number }[], top: number, bottom: number): number[] {
  const tops: number[] = [];
  let free = top;
  for (const { middle, height } of boxes) {
    const at = Math.max(free, middle - height / 2);
    tops.push(at);
    free = at + height;
  }
  let floor = bottom;
  for (let i = boxes.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i] ?? 0, floor - (boxes[i]?.height ?? 0));
    floor = tops[i] ?? 0;
  }
  return tops;
}
