/** `Did you mean "kursk"?` where one of the known words is near enough to be meant; null otherwise. */
export function didYouMean(found: string, known: Iterable<string>): string | null {
  const word = nearest(found, known);
  return word === null ? null : `Did you mean "${word}"?`;
}

export function nearest(found: string, known: Iterable<string>): string | null {
  const wanted = found.trim().toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const word of known) {
    const plain = word.toLowerCase();
    if (plain.trim() === wanted || plain === wanted.replace(/[\s_]+/g, '-')) return word;
    const distance = editDistance(wanted, plain, least + 1);
    if (distance < least || (distance === least && best !== null && isLiker(wanted, plain, best.toLowerCase()))) {
      best = word;
      least = distance;
    }
  }
  return best;
}

/** Of two words as near, the one of the same letters is meant, else the one that begins with the same. */
function isLiker(wanted: string, word: string, other: string): boolean {
  const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
  const likeness = (text: string) => (letters(text) === letters(wanted) ? 2 : 0) + (text[0] === wanted[0] ? 1 : 0);
  return likeness(word) > likeness(other);
}

/** Letters to change, add, leave out or swap with their neighbour (optimal string alignment); gives up at `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 200 || b.length > 200) return Math.max(a.length, b.length);
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
