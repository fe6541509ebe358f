import type { Position } from 'geojson';
import type { Problem } from './geometry.ts';
import { type Box, boxOf } from './ring.ts';
import type { Path } from './yaml.ts';

/** Degrees from which a ring is wide enough to tell that one of its points is far from all others, and how many times as far. */
const [wide, times] = [3, 8];

/** A point that alone makes its ring many times as wide or as high: most likely a slip of the keyboard, or swapped. */
export function strayProblem(ring: Position[], path: Path): Problem | null {
  const points = ring.slice(0, -1);
  if (points.length < 5) return null;
  const box = boxOf(points);
  for (const axis of [0, 1] as const) {
    const [least, most] = extent(box, axis);
    if (most - least < wide) continue;
    for (const end of [least, most]) {
      const index = points.findIndex((point) => point[axis] === end);
      const rest = boxOf(points.toSpliced(index, 1));
      const [left, right] = extent(rest, axis);
      if (most - least < times * (right - left)) continue;
      const [lon = 0, lat = 0] = points[index] ?? [];
      const among = lat >= rest[0] - 1 && lat <= rest[2] + 1 && lon >= rest[1] - 1 && lon <= rest[3] + 1;
      return {
        message: `expected a point near the others of its ring, found [${lon}, ${lat}]${among ? ', which looks swapped' : ', far from all of them'}`,
        path: [...path, index],
        cure: among ? `Did you mean [${lat}, ${lon}]?` : 'Is a digit missing, or a sign?',
        mild: true,
      };
    }
  }
  return null;
}

const extent = ([west, south, east, north]: Box, axis: 0 | 1): [number, number] => (axis ? [south, north] : [west, east]);
