/** Letters that are read from the right; any other letter is read from the left. */
const fromRight = '\\p{Script=Arabic}\\p{Script=Hebrew}';
const fromLeft = `(?![${fromRight}])\\p{L}`;

/** From a letter to the last letter or digit before one that is read from the right. */
const leftRun = new RegExp(`(${fromLeft}(?:[^${fromRight}]*(?:${fromLeft}|\\d))?)`, 'u');
/** What stands before the first and after the last letter or digit of a stretch without such letters. */
const edges = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}%٪]*)$/u;

const mirrored: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

/**
 * A line of a text that is read from the right, for a renderer that takes every line for one that is read from the left: its
 * stretches in the order in which they are seen. Within a stretch the renderer knows the way.
 */
export function seenFromLeft(line: string): string {
  return line
    .split(leftRun)
    .flatMap((stretch, i) => (i % 2 ? [stretch] : turned(stretch)))
    .reverse()
    .join('');
}

/** Signs at the edges of a stretch stand on its other side, and the other way round. */
function turned(stretch: string): string[] {
  const [, before = '', core = '', after = ''] = edges.exec(stretch) ?? [];
  const around = (signs: string) =>
    [...signs]
      .reverse()
      .map((sign) => mirrored[sign] ?? sign)
      .join('');
  return [around(before), core, around(after)];
}
