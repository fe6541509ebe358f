/** A bracket, brace or quote that a text of YAML opens and does not close. */
export interface Opening {
  sign: string;
  /** The sign that is missing. */
  missing: string;
  offset: number;
}

const closing: Record<string, string> = { '[': ']', '{': '}' };

/** The last one that is left open; null where all are closed. Signs inside words open nothing. */
export function unclosedIn(text: string): Opening | null {
  const open: Opening[] = [];
  // What may stand in front of a value.
  let starts = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (starts && (sign === '"' || sign === "'")) {
      const end = endOfQuote(text, at, sign);
      if (end < 0) return { sign, missing: sign, offset: at };
      at = end;
      starts = false;
    } else if (sign === '#' && /^$|\s/.test(text[at - 1] ?? '')) at = lineEnd(text, at) - 1;
    else if ((starts || open.length) && sign in closing) open.push({ sign, missing: closing[sign] ?? '', offset: at });
    else if (open.at(-1)?.missing === sign) open.pop();
    else if (sign !== ' ') starts = /[:,\-[{\n]/.test(sign);
  }
  return open.at(-1) ?? null;
}

function endOfQuote(text: string, start: number, sign: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (sign === '"' && text[at] === '\\') at++;
    else if (text[at] === sign && text[at + 1] === sign && sign === "'") at++;
    else if (text[at] === sign) return isEnd(text, start, at) ? at : -1;
  }
  return -1;
}

/** A quote in another line with more text behind it opens a text of its own. */
function isEnd(text: string, start: number, at: number): boolean {
  return lineEnd(text, start) > at || /^\s*([,\]}#:]|$)/.test(text.slice(at + 1, lineEnd(text, at)));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
