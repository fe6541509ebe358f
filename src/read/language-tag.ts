const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a tag is one of a language that is known by name: `uk`, `en-GB`; not `english`, not `xx`. */
export function isLanguage(tag: string): boolean {
  try {
    return nameOf(new Intl.Locale(tag).language) !== null;
  } catch {
    return false;
  }
}

/** Codes of countries that are taken for those of their languages. */
const countries: Record<string, string> = {
  ua: 'uk',
  cz: 'cs',
  gr: 'el',
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
  dk: 'da',
  ir: 'fa',
  gb: 'en',
  us: 'en',
};

/** `english`, `en_GB` or `ua` → the tag that is meant. */
export function languageCure(found: string): string | null {
  const tag = found.trim().replaceAll('_', '-');
  const meant = tag !== found && isLanguage(tag) ? tag : (countries[tag.toLowerCase()] ?? codeOf(tag.toLowerCase()));
  return meant ? `Did you mean "${meant}"?` : null;
}

/** Of the languages that have a code of two letters, by their English names. */
function codeOf(name: string): string | null {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.find((code) => nameOf(code)?.toLowerCase() === name) ?? null;
}

function nameOf(code: string): string | null {
  const name = names.of(code);
  return name && name !== code ? name : null;
}
