import { formatNumber } from '../../scene/format.ts';
import type { Fact } from '../../story.ts';
import { quote, type Report, type Spot } from '../report.ts';
import { didYouMean } from '../suggest.ts';
import type { FactBook } from '../template.ts';

/** The fact with the id, reported where there is none. */
export function lookUpFact(id: string, spot: Spot, book: FactBook, report: Report): Fact | null {
  const fact = book.facts.get(id);
  book.used.add(id);
  if (!fact && !book.broken.has(id))
    report.error(
      spot,
      `expected the id of a fact, found ${quote(id)}`,
      didYouMean(id, book.facts.keys()) ?? (book.facts.size ? null : 'Facts stand in facts.csv.'),
    );
  return fact ?? null;
}

/** What can be counted out in cells or dots. */
export function checkCount(whole: Fact, limit: number, spot: Spot, report: Report): void {
  const value = whole.high ?? whole.low;
  if (value === null)
    report.error(
      spot,
      `expected a fact with a number, found ${quote(whole.id)}, which is in words only`,
      'What has no number is not drawn.',
    );
  else if (value < 1 || value > limit)
    report.error(
      spot,
      `expected a number from 1 to ${formatNumber(limit, { locale: 'en', numbers: null })} to draw one by one, found ${quote(whole.id)}, which is ${value}`,
    );
}

/** A part is a number of the whole's unit, and no more than the whole. */
export function checkPart(part: Fact, whole: Fact, spot: Spot, report: Report): void {
  if (part.low === null && part.high === null)
    report.error(
      spot,
      `expected a fact with a number, found ${quote(part.id)}, which is in words only`,
      'What has no number is not drawn.',
    );
  else if (part.unit !== whole.unit)
    report.error(
      spot,
      `expected a fact in ${whole.unit || 'no unit'}, as "${whole.id}" is, found ${quote(part.id)}, which is in ${part.unit || 'no unit'}`,
      part.unit === '%' ? `Derive one with a formula: ${whole.id} * ${part.id}` : null,
    );
  else if (whole.high !== null && Math.max(part.low ?? Number.NEGATIVE_INFINITY, part.high ?? Number.NEGATIVE_INFINITY) > whole.high)
    report.error(
      spot,
      `expected a part of "${whole.id}", which is ${whole.high}, found ${quote(part.id)}, which is ${part.high ?? part.low} and so more than the whole`,
    );
}
