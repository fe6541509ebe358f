import type { Mark } from '../marks.ts';
import { dotPath, type Run, runs } from './blocks.ts';
import type { PartSpan } from './dot-parts.ts';
import type { DotsPlan } from './dots-plan.ts';
import { px, ramp } from './text.ts';

export const rowMs = 60;
export const rowFadeMs = 200;

/** A group of dots of one look, with the opacity that it has at a moment. */
export interface DotGroup {
  key: string;
  className: 'dot-unit' | 'dot-uncertain' | 'dot-emphasis' | 'dot-accented';
  rows: Run[];
  ring: boolean;
  opacity: number;
}

export function rowCount({ blocks: b }: DotsPlan, { from, to }: PartSpan): number {
  return to > from ? Math.floor((to - 1) / b.wide) - Math.floor(from / b.wide) + 1 : 0;
}

export function darkenMs(rows: number): number {
  return Math.max(0, rows - 1) * rowMs + rowFadeMs;
}

/** A part as groups of like dots. Settled, all its full dots are one group; on the way, each row is its own. */
export function partGroups(plan: DotsPlan, part: PartSpan, shown: number): DotGroup[] {
  const { blocks: b } = plan;
  const className = part.accented ? 'dot-accented' : 'dot-emphasis';
  const solid = runs(b, part.from + Math.max(part.fading, part.open), part.to);
  const count = rowCount(plan, part);
  const firstRow = Math.floor(part.from / b.wide);
  const opacityOf = (dot: number) => rowOpacity(count - 1 - (Math.floor(dot / b.wide) - firstRow), count, shown);
  const groups: DotGroup[] =
    shown >= 1 ? [{ key: 'solid', className, rows: solid, ring: false, opacity: 1 }] : rowGroups(solid, className, count, shown);
  if (part.open)
    groups.push({ key: 'open', className, rows: runs(b, part.from, part.from + part.open), ring: true, opacity: opacityOf(part.from) });
  for (let i = 0; i < part.fading; i++) {
    const dot = part.from + i;
    const fade = 0.9 - (0.792 * (part.fading - 1 - i)) / Math.max(1, part.fading - 1);
    groups.push({ key: `fading-${i}`, className, rows: runs(b, dot, dot + 1), ring: false, opacity: fade * opacityOf(dot) });
  }
  return groups.filter(({ rows, opacity }) => rows.length > 0 && opacity > 0);
}

function rowGroups(rows: Run[], className: DotGroup['className'], count: number, shown: number): DotGroup[] {
  return rows.map((row, i) => ({
    key: `row-${i}`,
    className,
    rows: [row],
    ring: false,
    opacity: rowOpacity(rows.length - 1 - i, count, shown),
  }));
}

/** Rows darken from the foot, one after the other. */
function rowOpacity(fromFoot: number, rows: number, shown: number): number {
  return ramp(shown * darkenMs(rows), fromFoot * rowMs, fromFoot * rowMs + rowFadeMs);
}

export function rowPaths(plan: DotsPlan, part: PartSpan, shown: number): Mark[] {
  const { blocks: b, dot } = plan;
  return partGroups(plan, part, shown).flatMap((group) => groupMarks(group, b.pitch, dot, part.accented ? px(dot + 1.2) : null));
}

/** The dots of a group: a halo of paper beneath, or a hole of paper on top, where it has one. */
export function groupMarks(group: DotGroup, pitch: number, dot: number, halo: number | null): Mark[] {
  const d = dotPath(group.rows, pitch);
  const path = (key: string, className: string, width: number): Mark => ({
    key,
    tag: 'path',
    attrs: {
      class: className,
      d,
      'stroke-width': px(width),
      'stroke-dasharray': group.rows.some(({ n }) => n > 1) ? `0 ${px(pitch)}` : null,
      opacity: group.opacity < 1 ? px(group.opacity) : null,
    },
  });
  return [
    ...(halo === null ? [] : [path(`${group.key}-halo`, 'dot-hole', halo)]),
    path(group.key, group.className, dot),
    ...(group.ring ? [path(`${group.key}-hole`, 'dot-hole', dot * 0.56)] : []),
  ];
}
