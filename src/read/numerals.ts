/** The numbers that a text writes in digits, read in the language's notation: 12,000 in English, 12.000 in German. */
export function numbersIn(text: string, locale: string): number[] {
  const { group, decimal } = signs(locale);
  const pattern = new RegExp(`\\d{1,3}(?:${group}\\d{3})+(?!\\d)(?:${decimal}\\d+)?|\\d+(?:${decimal}\\d+)?`, 'g');
  const groups = new RegExp(group, 'g');
  return [...text.matchAll(pattern)].map(([number]) => Number(number.replace(groups, '').replace(new RegExp(decimal), '.')));
}

export function hasDecimalComma(locale: string): boolean {
  return signs(locale).decimal === ',';
}

function signs(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const group = sign('group');
  return { group: /\s/.test(group) || !group ? '[ \\u00a0\\u202f]' : quoted(group), decimal: quoted(sign('decimal') || '.') };
}
