import type { Mark } from '../marks.ts';
import { type Run, runs, runsNear } from './blocks.ts';
import { type DotGroup, groupMarks, partGroups } from './dot-rows.ts';
import type { DotsState } from './dots.ts';
import type { DotsPlan, LensStop } from './dots-plan.ts';
import { px, ramp } from './text.ts';

/** The lens at a moment: two circles, their outer tangents, and in the large one the dots under the small one. */
export function lensMarks(plan: DotsPlan, state: DotsState, id: string): Mark[] {
  const { from, to, magnification } = lensAt(plan.stops, state.lens);
  const radius = plan.lensRadius;
  const small = px(radius / magnification);
  const opacity = ramp(state.appear, 0.7, 1);
  if (opacity === 0) return [];
  const circle = (key: string, className: string, r: number, [cx, cy]: readonly [number, number]): Mark => ({
    key,
    tag: 'circle',
    attrs: { class: className, cx: cx || null, cy: cy || null, r },
  });
  return [
    {
      key: 'lens',
      tag: 'g',
      attrs: { class: 'lens', opacity: opacity < 1 ? px(opacity) : null },
      children: [
        { key: 'rays', tag: 'path', attrs: { class: 'lens-ray', d: tangents(from, small, to, radius) } },
        circle('small', 'lens-small', small, from),
        {
          key: 'large',
          tag: 'g',
          attrs: { transform: `translate(${px(to[0])} ${px(to[1])})` },
          children: [
            { key: 'clip', tag: 'clipPath', attrs: { id: `${id}-lens` }, children: [{ key: 'hole', tag: 'circle', attrs: { r: radius } }] },
            circle('ground', 'lens-ground', radius, [0, 0]),
            { key: 'dots', tag: 'g', attrs: { 'clip-path': `url(#${id}-lens)` }, children: enlarged(plan, state, from, magnification) },
            circle('edge', 'lens-edge', radius, [0, 0]),
          ],
        },
      ],
    },
  ];
}

/** Between two stops, straight. */
export function lensAt(stops: readonly LensStop[], position: number): LensStop {
  const index = Math.max(0, Math.min(stops.length - 1, Math.floor(position)));
  const a = stops[index];
  if (!a) throw new Error(`no lens stop at ${position}`);
  const b = stops[index + 1] ?? a;
  const t = position - index;
  const mix = (p: number, q: number) => px(p + (q - p) * t);
  return {
    from: [mix(a.from[0], b.from[0]), mix(a.from[1], b.from[1])],
    to: [mix(a.to[0], b.to[0]), mix(a.to[1], b.to[1])],
    magnification: mix(a.magnification, b.magnification),
  };
}

/** At most some hundred dots: those that the small circle touches, in coordinates about the middle of the large one. */
function enlarged(plan: DotsPlan, state: DotsState, from: readonly [number, number], magnification: number): Mark[] {
  const { blocks: b, dot, lensRadius } = plan;
  const reach = lensRadius / magnification + dot / 2;
  const zoom = (rows: readonly Run[]) =>
    runsNear(rows, from, reach, b.pitch).map(({ x, y, n }) => ({ x: (x - from[0]) * magnification, y: (y - from[1]) * magnification, n }));
  const pitch = px(b.pitch * magnification);
  const size = px(dot * magnification);
  return lensGroups(plan, state).flatMap(({ group, accented }, i) => {
    const rows = zoom(group.rows);
    if (!rows.length) return [];
    const key = `${i}-${group.key}`;
    return groupMarks({ ...group, key, rows }, pitch, size, accented ? size : null);
  });
}

function lensGroups(plan: DotsPlan, state: DotsState): { group: DotGroup; accented: boolean }[] {
  const { blocks: b, parts } = plan;
  const opacity = px(1 - 0.44 * state.dim);
  const field: DotGroup[] = [
    { key: 'certain', className: 'dot-unit', rows: runs(b, 0, b.certain), ring: false, opacity },
    { key: 'open', className: 'dot-uncertain', rows: runs(b, b.certain, b.total), ring: true, opacity },
  ];
  return [
    ...field.map((group) => ({ group, accented: false })),
    ...parts.flatMap((part, i) =>
      (state.parts[i] ?? 0) > 0 ? partGroups(plan, part, state.parts[i] ?? 0).map((group) => ({ group, accented: part.accented })) : [],
    ),
  ];
}

/** The outer tangents of two circles, as far as the points where they touch. */
export function tangents([x0, y0]: readonly [number, number], r0: number, [x1, y1]: readonly [number, number], r1: number): string {
  const distance = Math.hypot(x1 - x0, y1 - y0);
  if (distance <= Math.abs(r1 - r0)) return '';
  const direction = Math.atan2(y1 - y0, x1 - x0);
  const lean = Math.acos((r0 - r1) / distance);
  const ray = (angle: number) =>
    `M${px(x0 + r0 * Math.cos(angle))} ${px(y0 + r0 * Math.sin(angle))}L${px(x1 + r1 * Math.cos(angle))} ${px(y1 + r1 * Math.sin(angle))}`;
  return ray(direction + lean) + ray(direction - lean);
}
