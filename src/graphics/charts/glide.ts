import { easeInOut } from '../../scene/ease.ts';
import { ramp } from './text.ts';

/** What moves, as named numbers. */
export type Channels = Record<string, number>;

/** How a channel gets to its end. */
export interface Pace {
  ms: number;
  delayMs?: number;
  eased?: boolean;
}

export interface Glide {
  /** The values at a time; `settled` when all have arrived. */
  at(ms: number): { values: Channels; settled: boolean };
}

/** From wherever the channels are to where they end, each at its own pace. */
export function glide(from: Channels, to: Channels, pace: (channel: string) => Pace): Glide {
  const moves = Object.entries(to).map(([channel, end]) => ({ channel, start: from[channel] ?? end, end, ...pace(channel) }));
  const moving = moves.filter(({ start, end }) => start !== end);
  const durationMs = Math.max(0, ...moving.map(({ ms, delayMs = 0 }) => delayMs + ms));
  return {
    at(now) {
      if (now >= durationMs) return { values: to, settled: true };
      const values = { ...to };
      for (const { channel, start, end, ms, delayMs = 0, eased = false } of moving) {
        const t = ramp(now, delayMs, delayMs + ms);
        values[channel] = t >= 1 ? end : start + (end - start) * (eased ? easeInOut(t) : t);
      }
      return { values, settled: false };
    },
  };
}
