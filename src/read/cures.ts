/** Cures for values that are written in another way than the format has them: what is most likely meant. */

/** `12,000` → 12000; null where no number can be made out. */
export function numberCure(found: string): string | null {
  const text = found.trim();
  if (/^(nan|[-+]?inf(inity)?|n\/?a|null|none|-+|–|—|\?)$/i.test(text)) return 'Leave the cell empty where no number is known.';
  if (/^[<>≤≥~≈]|^(about|more than|less than|over|almost|nearly|c\.|ca\.)\s/i.test(text))
    return 'Write the number alone; the column qualifier says how exact it is.';
  if (/\d\s*[-–—]\s*\d/.test(text)) return 'Write the two ends under low and high, with the qualifier "range".';
  if (/^[-+]?[\d.,]+\s*%$/.test(text)) return `Write ${text.replace(/\s*%$/, '')}, and % under unit.`;
  const plain = text.replace(/^[−–]/, '-').replace(/[\s\u00a0\u202f\u2009'’_]/g, '');
  const number = ungrouped(plain);
  if (number !== null) return `Write ${number}`;
  return /\d\s*\p{L}|^[$€£¥₴₽]\s?\d/u.test(text) ? 'Write the digits alone; the unit stands under unit.' : null;
}

function ungrouped(text: string): string | null {
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[-+]?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^[-+]?\d+,\d+$/.test(text)) return text.replace(',', '.');
  if (/^[-+]?\.\d+$/.test(text)) return text.replace('.', '0.');
  if (/^[-+]?\d+\.$/.test(text)) return text.slice(0, -1);
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return text;
  return /^[-+]?\d+(\.\d+)?e[-+]?\d+$/i.test(text) && Math.abs(Number(text)) < 1e15 ? String(Number(text)) : null;
}

/** `36.18°` → 36.18, `36°11'E` → 36.1833; null where no degrees can be made out. */
export function degreesCure(found: string): string | null {
  const text = found.trim();
  const [, number = '', minutes, seconds, side] =
    /^([-+]?\d+(?:[.,]\d+)?)\s*°?\s*(?:(\d+(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:"|″|”|'')\s*)?([NSEWO])?$/i.exec(text) ?? [];
  if (!number) return numberCure(found);
  const plain = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  if (!minutes && !seconds && !side) return `Write ${number.replace(',', '.')}`;
  const degrees = plain(number) + plain(minutes) / 60 + plain(seconds) / 3600;
  const round = Number(degrees.toFixed(4));
  return `Degrees are written with a point, south and west with a minus. Write ${/[SW]/i.test(side ?? '') ? -round : round}`;
}

/** `11.01.2025` → 2025-01-11. */
export function dateCure(found: string): string | null {
  const text = found.trim();
  const [, inYear, inMonth, onDay] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (inYear) return `Did you mean "${inYear}-${inMonth}-${onDay}"?`;
  if (/^[2-6]\d{4}$/.test(text)) return `A spreadsheet has made a number of the day. Did you mean "${dayOfSheet(Number(text))}"?`;
  const parts = /^(\d{1,4})[-./\s](\d{1,4})(?:[-./\s](\d{1,4}))?$/
    .exec(text)
    ?.slice(1)
    .map((part) => (part ? Number(part) : null));
  if (parts) return fromParts(parts, text);
  const time = /^(\d{4}-\d\d-\d\d)[T\s]/.exec(text);
  if (time) return `Did you mean "${time[1]}"?`;
  const year = /\b\d{4}\b/.exec(text)?.[0];
  const month = months.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(text));
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text.replace(/\d{4}/, ''))?.[1];
  if (!year || month < 0) return year ? 'The order is year, month, day, in digits.' : null;
  return `Did you mean "${iso(Number(year), month + 1, day ? Number(day) : null)}"?`;
}

function fromParts([a, b, c]: (number | null)[], text: string): string {
  const order = 'The order is year, month, day, in two digits each.';
  if (a === null || a === undefined || b === null || b === undefined) return order;
  if (a > 31) {
    if (b > 12 && (c ?? 0) >= 1 && (c ?? 13) <= 12) return `Months go from 01 to 12. Did you mean "${iso(a, c ?? 1, b)}"?`;
    if (b < 1 || b > 12) return 'Months go from 01 to 12.';
    if (c !== null && c !== undefined && (c < 1 || c > new Date(Date.UTC(a, b, 0)).getUTCDate()))
      return `${iso(a, b, null)} has no such day.`;
    return `Did you mean "${iso(a, b, c ?? null)}"?`;
  }
  if ((c === null || c === undefined) && b >= 1000 && a <= 12) return `Did you mean "${iso(b, a, null)}"?`;
  if (c === null || c === undefined || c < 1000) return `${order.slice(0, -1)}, the year in four.`;
  const monthFirst = text.includes('/') && b > 12;
  if (!monthFirst && b > 12) return order;
  if (text.includes('/') && a <= 12 && b <= 12 && a !== b) return `${order} Did you mean "${iso(c, b, a)}" or "${iso(c, a, b)}"?`;
  return `Did you mean "${monthFirst ? iso(c, a, b) : iso(c, b, a)}"?`;
}

/** Spreadsheets count days from the end of 1899. */
const dayOfSheet = (number: number): string => new Date(Date.UTC(1899, 11, 30 + number)).toISOString().slice(0, 10);

const iso = (year: number, month: number, day: number | null): string =>
  [year, month, ...(day === null ? [] : [day])].map((part) => String(part).padStart(2, '0')).join('-');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An id as near to what was written as one can be: `Zürich West` → zurich-west. */
export function idCure(found: string): string | null {
  const id = found
    .trim()
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) && id !== found && !['constructor', 'prototype'].includes(id) ? `Did you mean "${id}"?` : null;
}
