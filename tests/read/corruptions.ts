/** A way in which a file goes wrong, at a place that a number picks; what it does not apply to it leaves as it is. */
type Corruption = (text: string, at: number) => string | Uint8Array;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Changes one of the lines. */
const line =
  (change: (line: string, at: number) => string): Corruption =>
  (text, at) => {
    const lines = text.split('\n');
    const index = at % lines.length;
    return lines.with(index, change(lines[index] ?? '', at)).join('\n');
  };

/** Replaces one of the places that a pattern finds. */
const match =
  (pattern: RegExp, change: (found: string) => string): Corruption =>
  (text, at) => {
    const found = [...text.matchAll(pattern)];
    const one = found[at % Math.max(1, found.length)];
    return one ? text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length) : text;
  };

/** Puts something in between two characters. */
const put =
  (what: string): Corruption =>
  (text, at) =>
    text.slice(0, at % (text.length + 1)) + what + text.slice(at % (text.length + 1));

const number = /-?\d+(\.\d+)?/g;
const word = /[\p{L}\d-]+/gu;

export const corruptions: Record<string, Corruption> = {
  'nothing in it': () => '',
  'cut half-way': (text) => text.slice(0, text.length / 2),
  'begins half-way': (text) => text.slice(text.length / 2),
  'twice over': (text) => text + text,
  'a page of HTML': () => '<!doctype html><title>404</title><p>Not found',
  'a byte order mark': (text) => `\ufeff${text}`,
  'two byte order marks': (text) => `\ufeff\ufeff${text}`,
  'a byte order mark within': put('\ufeff'),
  'lines of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'lines of an old Mac': (text) => text.replaceAll('\n', '\r'),
  'line separators': (text) => text.replaceAll('\n', '\u2028'),
  'no last line break': (text) => text.trimEnd(),
  'UTF-16': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'UTF-16 without a mark': (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  'Latin 1': (text) => new Uint8Array(Buffer.from(text.replace('e', 'é'), 'latin1')),
  'bytes that are no letters': (text, at) =>
    new Uint8Array([...encode(text.slice(0, at % 99)), 0xff, 0xfe, 0xc0, ...encode(text.slice(at % 99))]),
  'a null byte': put('\u0000'),
  'half an emoji': put('\ud83d'),
  'a whole family': put('👨‍👩‍👧'),
  'right to left from here': put('\u202e'),
  'a control character': put('\u0007'),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'tabs for spaces': (text) => text.replaceAll('  ', '\t'),
  'a line lost': (text, at) =>
    text
      .split('\n')
      .toSpliced(at % text.split('\n').length, 1)
      .join('\n'),
  'a line doubled': line((one) => `${one}\n${one}`),
  'a line that goes on for ever': line((one) => one + 'a'.repeat(1e5)),
  'lines in reverse': (text) => text.split('\n').reverse().join('\n'),
  'a thousand empty lines': put('\n'.repeat(1000)),
  'a line pushed in': line((one) => `   ${one}`),
  'a line pulled out': line((one) => one.trimStart()),
  'a line commented out': line((one) => `# ${one}`),
  'a word lost': match(word, () => ''),
  'a word doubled': match(word, (one) => `${one} ${one}`),
  'a word misspelt': match(word, (one) => one.slice(1) + (one[0] ?? '')),
  'a word in capitals': match(word, (one) => one.toUpperCase()),
  'a word of the prototype': match(word, () => '__proto__'),
  'a word of every object': match(word, () => 'constructor'),
  'a word that is no': match(word, () => 'no'),
  'a word that is null': match(word, () => 'null'),
  'a word that is ever so long': match(word, (one) => one.repeat(2000)),
  'a number that is none': match(number, () => 'NaN'),
  'a number without end': match(number, () => '1e999'),
  'a number that is huge': match(number, () => '9'.repeat(40)),
  'a number below zero': match(number, (one) => `-${one}`),
  'a number of nothing': match(number, () => '0'),
  'a number with a comma': match(number, (one) => `${one},5`),
  'Arabic digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  'semicolons for commas': (text) => text.replaceAll(',', ';'),
  'commas lost': match(/,/g, () => ''),
  'a quote that never ends': put('"'),
  'a bracket that never ends': put('['),
  'a brace that never ends': put('{'),
  'brackets, ten thousand deep': put('['.repeat(1e4)),
  'a fence that never ends': put('\n```step\n'),
  'a rule of front matter': put('\n---\n'),
  'an anchor and its aliases': put('\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n'),
  'a script': put('<script>alert(1)</script>'),
  'a picture with a handler': put('<img src=x onerror=alert(1)>'),
  'a link that runs': put('[here](javascript:alert(1))'),
  'a cell that computes': match(word, () => '=cmd|calc!A1'),
};
