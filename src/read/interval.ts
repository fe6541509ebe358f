/** What is known of a number: it lies between low and high; infinite where no bound is given. */
export interface Interval {
  low: number;
  high: number;
}

export const exactly = (value: number): Interval => ({ low: value, high: value });

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function multiply(a: Interval, b: Interval): Interval {
  return hull([product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)]);
}

/** Null where the divisor may be nought. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0 && b.high >= 0) return null;
  return multiply(a, { low: 1 / b.high, high: 1 / b.low });
}

/** Nought times anything is nought, even where no bound is given. */
const product = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y);

const hull = (values: number[]): Interval => ({ low: Math.min(...values), high: Math.max(...values) });
