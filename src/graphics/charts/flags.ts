import { textWidth } from './text.ts';
import { wrapText } from './wrap.ts';

/** A text above the plot, beside a pole that leads down to its point. */
export interface Flag {
  /** Index of the note. */
  note: number;
  /** Of the pole, px. */
  x: number;
  lines: string[];
  /** The text's left and right, px. */
  left: number;
  right: number;
  /** 0 is the lane next to the plot. */
  lane: number;
}

export interface FlagRoom {
  left: number;
  right: number;
  /** Px above the plot. */
  height: number;
}

export const flagLeading = 16;
const flagSize = 13;
const gap = 6;
const laneGap = 8;

/** Lanes of texts so that no pole crosses a text; where there is no room for all, the last ones are left out. */
export function placeFlags(notes: readonly { x: number; text: string }[], room: FlagRoom): Flag[] {
  for (let n = notes.length; n > 0; n--) {
    const some = notes.slice(0, n).map((note, index) => ({ ...note, note: index }));
    for (const width of [200, 150, 110, 84]) {
      const flags = arrange(
        some.sort((a, b) => a.x - b.x),
        width,
        room,
      );
      if (flags) return flags;
    }
  }
  return [];
}

/** Px from the plot's top to a lane's foot. */
export function laneFoot(flags: readonly Flag[], lane: number): number {
  let foot = laneGap;
  for (let below = 0; below < lane; below++) foot += laneHeight(flags, below) + laneGap;
  return foot;
}

/** Px that all lanes take. */
export const flagsHeight = (flags: readonly Flag[]): number =>
  flags.length ? laneFoot(flags, Math.max(...flags.map(({ lane }) => lane)) + 1) : 0;

const laneHeight = (flags: readonly Flag[], lane: number): number =>
  Math.max(0, ...flags.filter((flag) => flag.lane === lane).map(({ lines }) => lines.length)) * flagLeading;

type Wanted = { x: number; text: string; note: number };

/** Up to some pole texts stand at its right, from there on at its left: of all such places the lowest. */
function arrange(notes: readonly Wanted[], width: number, room: FlagRoom): Flag[] | null {
  let best: Flag[] | null = null;
  for (let turn = 0; turn <= notes.length; turn++) {
    const flags = laned(notes.map((note, i) => flagOf(note, width, i < turn ? 1 : -1)));
    const inside = flags?.every(({ left, right }) => left >= room.left && right <= room.right);
    if (flags && inside && flagsHeight(flags) <= room.height && (!best || flagsHeight(flags) < flagsHeight(best))) best = flags;
  }
  return best;
}

function flagOf({ x, text, note }: Wanted, width: number, side: 1 | -1): Flag {
  const lines = wrapText(text, width, flagSize, false, 3);
  const wide = Math.max(...lines.map((line) => textWidth(line, flagSize)));
  const [left, right] = side > 0 ? [x + gap, x + gap + wide] : [x - gap - wide, x - gap];
  return { note, x, lines, left, right, lane: 0 };
}

/** A text over another's pole is raised above it; null where two would have to be above each other. */
function laned(flags: Flag[]): Flag[] | null {
  for (let round = 0; round <= flags.length; round++) {
    let moved = false;
    for (const [i, a] of flags.entries())
      for (const [j, b] of flags.entries()) {
        const over = i !== j && b.x > a.left - gap && b.x < a.right + gap && a.lane <= b.lane;
        const beside = i < j && a.lane === b.lane && a.left - gap < b.right && b.left - gap < a.right;
        if (!over && !beside) continue;
        a.lane = b.lane + 1;
        moved = true;
      }
    if (!moved) return flags;
  }
  return null;
}
