/**
 * Widths of Golos Text's printable ASCII in hundredths of an em, measured from the font: regular and semibold.
 * The build has no text engine, and both halves must lay labels out alike, so both use this table.
 */
const ascii = {
  400: '25 30 39 68 64 84 67 22 38 38 45 55 30 38 30 48 62 48 58 58 61 58 60 53 61 60 30 30 55 55 55 51 102 67 67 68 70 61 59 70 76 31 55 69 57 86 76 74 65 74 68 64 62 73 67 96 66 64 60 38 48 38 55 50 26 56 61 54 61 58 36 61 61 27 27 56 32 88 61 60 61 61 39 53 40 60 56 81 55 56 51 38 34 38 55',
  600: '25 31 43 68 66 84 70 23 38 38 45 57 31 38 31 48 64 50 60 60 63 60 62 54 63 62 31 31 57 57 57 53 99 69 68 70 71 62 59 72 76 33 57 70 57 88 76 76 66 76 69 66 64 73 69 98 70 68 62 38 48 38 57 50 30 57 61 56 61 58 36 61 60 27 27 57 33 87 60 60 61 61 39 55 40 59 58 83 57 58 51 38 34 38 57',
};
const widths = { 400: ascii[400].split(' ').map(Number), 600: ascii[600].split(' ').map(Number) };

export interface TextStyle {
  sizePx: number;
  weight: 400 | 600;
  /** Letter spacing, em. */
  trackingEm?: number;
  caps?: boolean;
}

/** Width of one line of text, px; right to about 3 % for Latin and Cyrillic, an em for ideographs and hangul. */
export function textWidth(text: string, { sizePx, weight, trackingEm = 0, caps = false }: TextStyle): number {
  const shown = caps ? text.toUpperCase() : text;
  let hundredths = 0;
  for (const char of shown) hundredths += charWidth(char, weight) + trackingEm * 100;
  return (hundredths * sizePx) / 100;
}

function charWidth(char: string, weight: 400 | 600): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 127) return widths[weight][code - 32] ?? 60;
  if (code >= 0x1100 && code < 0x20000 && !(code >= 0x2000 && code < 0x2e80)) return 100;
  if (code >= 0x400 && code < 0x530) return char === char.toLowerCase() ? 60 : 72;
  return code >= 0x300 && code < 0x370 ? 0 : 60;
}
