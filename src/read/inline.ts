import type Token from 'markdown-it/lib/token.mjs';

/**
 * Where each part of an inline token begins in the file: texts, codes, links, pictures and line ends, in their order. What
 * is written otherwise than it reads, such as `&amp;`, has the place where the part before it ends.
 */
export function offsetsOf(inline: Token, text: string, from: number, to: number): number[] {
  const first = inline.content.split('\n', 1)[0] ?? '';
  let at = Math.max(from, indexIn(text, first, from, to));
  const open: { link: boolean }[] = [];
  return (inline.children ?? []).map((token) => {
    if (token.type === 'link_open') {
      at = Math.max(at, indexIn(text, token.markup === 'autolink' ? '<' : '[', at, to));
      open.push({ link: token.markup !== 'autolink' });
      return at++;
    }
    if (token.type === 'link_close') {
      const start = at;
      at = open.pop()?.link ? behindLink(text, at, to) : at;
      return start;
    }
    const sign = token.type === 'image' ? '![' : token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content;
    const found = sign ? indexIn(text, sign, at, to) : -1;
    if (found < 0) return at;
    at = found + sign.length;
    return found;
  });
}

function indexIn(text: string, part: string, from: number, to: number): number {
  const at = text.indexOf(part, from);
  return at >= 0 && at + part.length <= to ? at : -1;
}

/** Behind the `](address "title")` or `][name]` that a link's words end with. */
function behindLink(text: string, from: number, to: number): number {
  const close = indexIn(text, ']', from, to);
  if (close < 0) return from;
  const [left, right] = text[close + 1] === '(' ? '()' : text[close + 1] === '[' ? '[]' : '  ';
  if (left === ' ') return close + 1;
  let depth = 0;
  for (let at = close + 1; at < to; at++) {
    if (text[at] === left) depth++;
    else if (text[at] === right && --depth === 0) return at + 1;
  }
  return close + 1;
}
