import { factValue } from '../../scene/format.ts';
import type { Fact } from '../../story.ts';
import type { DotCount } from './blocks.ts';

/** The dots that stand for a smaller fact inside the whole. */
export interface PartSpan {
  fact: Fact;
  /** First dot, and the one after the last. */
  from: number;
  to: number;
  /** Of these, the first ones fade one by one: the number is approximate, or open above. */
  fading: number;
  /** Of these, the first ones are rings: they lie between the lower figure and the upper one. */
  open: number;
  /** The smallest part, which the eye must find: in the accent colour, by itself. */
  accented: boolean;
}

const mostAccented = 20;
const fadingDots = 10;

/** Parts go where blocks stand in columns. */
type Columned = DotCount & { columns: number };

/** Parts from the largest: at the foot of the last certain left-hand block, one over the other; the smallest above them. */
export function partSpans(facts: Fact[], b: Columned): PartSpan[] {
  const spans: PartSpan[] = [];
  let foot = Math.min(b.certain || b.total, (lastLeftBlock(b) + 1) * b.size);
  facts.forEach((fact, i) => {
    const size = partSize(fact, b);
    // A part that the blocks up to the last left-hand one cannot hold ends where it finds room: no dot of it is left out.
    foot = Math.max(foot, Math.min(b.total, size.dots));
    const accented =
      i === facts.length - 1 &&
      fact.qualifier !== 'about' &&
      size.dots <= mostAccented &&
      (facts.length > 1 || size.dots <= mostAccented / 2);
    const to = accented ? accentEnd(size.dots, spans, b) : foot;
    const from = Math.max(0, to - size.dots);
    spans.push({ fact, from, to, fading: Math.min(size.fading, to - from), open: Math.min(size.open, to - from), accented });
    if (!accented) foot = Math.max(b.wide, Math.floor(from / b.wide - 1) * b.wide);
  });
  return spans;
}

function partSize(fact: Fact, { dotValue }: DotCount): { dots: number; fading: number; open: number } {
  const dots = (value: number) => Math.max(1, Math.round(value / dotValue));
  const value = factValue(fact);
  if (value === null) return { dots: 0, fading: 0, open: 0 };
  if (fact.qualifier === 'range' && fact.low !== null) return { dots: dots(value), fading: 0, open: dots(value) - dots(fact.low) };
  const soft = Math.min(fadingDots, Math.floor(dots(value) / 4));
  const beyond = fact.qualifier === 'more than' ? soft : 0;
  const fading = ['about', 'almost', 'less than', 'more than'].includes(fact.qualifier) ? soft : 0;
  return { dots: dots(value) + beyond, fading, open: 0 };
}

/** The last block at the left that holds only certain dots: near the lens, and its edge is the page's. */
export function lastLeftBlock(b: Pick<Columned, 'certain' | 'size' | 'columns'>): number {
  const whole = Math.max(1, Math.floor(b.certain / b.size));
  return Math.floor((whole - 1) / b.columns) * b.columns;
}

/** In the row at two fifths of the block, three tenths in; above the other parts where they reach it. */
function accentEnd(dots: number, others: PartSpan[], b: Columned): number {
  const column = Math.min(Math.floor(b.wide * 0.3), Math.max(0, b.wide - dots));
  const at = (row: number) => row * b.wide + column + dots;
  const wanted = (lastLeftBlock(b) * b.size) / b.wide + Math.floor(b.high * 0.4);
  const top = Math.min(...others.map(({ from }) => Math.floor(from / b.wide)), Infinity);
  return at(Math.max(0, Math.min(wanted, top - 2)));
}
