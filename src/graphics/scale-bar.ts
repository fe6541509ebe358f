import { formatNumber } from '../scene/format.ts';
import { type Language, say } from '../words/index.ts';

/** An international mile, km. */
const mileKm = 1.609344;

/** A bar of 1, 2 or 5 × 10^k kilometres, or miles where the reader wants them, that is at most `limitPx` long. */
export function scaleBar(pxPerKm: number, limitPx: number, language: Language): { px: number; label: string } {
  const { words, units = 'km' } = language;
  const unitPx = pxPerKm * (units === 'mi' ? mileKm : 1);
  const limit = limitPx / unitPx;
  const digits = Math.floor(Math.log10(limit));
  const amount = ([5, 2, 1].find((digit) => digit * 10 ** digits <= limit) ?? 1) * 10 ** digits;
  return {
    px: amount * unitPx,
    label: say(language, words.unit[units], { n: amount, amount: formatNumber(amount, language, Math.max(0, -digits)) }),
  };
}
