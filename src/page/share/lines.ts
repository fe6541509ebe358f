/** Width of a line of text, in the unit that it is to be broken at. */
export type Measure = (text: string) => number;

/** Words in as few lines as go into that width, and the lines as even as that number of them allows. */
export function evenLines(text: string, width: number, measure: Measure): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  // best[n][end]: the evenest way to set the first `end` words in n lines.
  let best: (Setting | null)[] = words.map(() => null);
  best.unshift({ lines: [], cost: 0 });
  for (let count = 0; count < words.length && !best[words.length]; count++) {
    const before = best;
    best = [null, ...words.map((_, end) => lastLine(words, end + 1, before, width, measure))];
  }
  return best[words.length]?.lines ?? [];
}

interface Setting {
  lines: string[];
  /** Squares of the room that the lines leave. */
  cost: number;
}

/** The best choice of the last line that ends before that word. A word alone may be too wide. */
function lastLine(words: string[], end: number, before: (Setting | null)[], width: number, measure: Measure): Setting | null {
  let best: Setting | null = null;
  for (let start = end - 1; start >= 0; start--) {
    const line = words.slice(start, end).join(' ');
    const room = width - measure(line);
    if (room < 0 && start < end - 1) break;
    const first = before[start];
    const cost = (first?.cost ?? 0) + room * room;
    if (first && (!best || cost < best.cost)) best = { lines: [...first.lines, line], cost };
  }
  return best;
}

export const widest = (lines: string[], measure: Measure): number => Math.max(0, ...lines.map(measure));

/** The first lines, the last of them with an ellipsis where some are left out. */
export function atMost(lines: string[], count: number): string[] {
  return lines.length <= count ? lines : [...lines.slice(0, count - 1), `${lines[count - 1]}…`];
}

/** Text of at most that many characters, cut after a word. */
export function shortened(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : most - 1).replace(/[\s,;:–—-]+$/, '')}…`;
}
