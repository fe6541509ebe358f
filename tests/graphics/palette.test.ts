import { expect, test } from 'vitest';
import { palette, type Role } from '../../src/graphics/palette.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const series = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5'] as const satisfies Role[];
const themes = [
  ['light', 0],
  ['dark', 1],
] as const;

test.each(themes)('the colours of series stand out from the paper three to one, %s', (_, theme) => {
  for (const role of [...series, 'unit'] as const) expect(contrast(palette[role][theme], palette.paper[theme]), role).toBeGreaterThan(3);
});

test.each(themes)('no two colours of series, and none and grey, look alike to anyone, %s', (_, theme) => {
  const roles = [...series, 'unit'] as const;
  const near = roles.flatMap((a, i) =>
    roles.slice(i + 1).flatMap((b) =>
      Object.entries(sight).flatMap(([name, matrix]) => {
        const apart = distance(palette[a][theme], palette[b][theme], matrix);
        return apart < 8 ? [`${a} and ${b}, ${name}: ${apart.toFixed(1)}`] : [];
      }),
    ),
  );
  expect(near).toEqual([]);
});

/** What stands beside what on maps and charts, and how far apart it is at the least; lines are told apart by their dashes as well. */
const beside = [
  ['rest', 'part', 10],
  ['unit', 'accented', 12],
  ['emphasis', 'accented', 19],
  ['emphasis', 'unit', 19],
  ['focus', 'land', 6.5],
  ['focus-edge', 'border-state', 10],
  ['water', 'land', 4.5],
  ['river', 'border-region', 5.5],
] as const satisfies [Role, Role, number][];

test.each(themes)('marks that stand beside each other are told apart by everyone, %s', (_, theme) => {
  const near = beside.flatMap(([a, b, least]) =>
    Object.entries(sight).flatMap(([name, matrix]) => {
      const apart = distance(palette[a][theme], palette[b][theme], matrix);
      return apart < least ? [`${a} and ${b}, ${name}: ${apart.toFixed(1)}`] : [];
    }),
  );
  expect(near).toEqual([]);
});

const inks = {
  label: grounds(),
  'label-2': grounds(),
  link: ['focus', 'halo'],
  'water-label': ['water', 'halo'],
  ink: ['paper', 'card'],
  'ink-2': ['paper', 'card'],
  'ink-3': ['paper', 'card'],
} as const satisfies Partial<Record<Role, readonly Role[]>>;

function grounds() {
  return ['land', 'land-2', 'neighbour', 'water', 'focus', 'halo', 'paper', 'card'] as const;
}

test.each(themes)('every ink of text has 4.5 to 1 on whatever it may stand on, halo or not, %s', (_, theme) => {
  const faint = Object.entries(inks).flatMap(([ink, on]) =>
    on.flatMap((ground) => {
      const ratio = contrast(palette[ink as Role][theme], palette[ground][theme]);
      return ratio < 4.5 ? [`${ink} on ${ground}: ${ratio.toFixed(1)}`] : [];
    }),
  );
  expect(faint).toEqual([]);
});

/** Linear RGB as it is seen, after Machado, Oliveira and Fernandes (2009), severity 1. */
const sight: Record<string, Matrix> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => matrix.map(([p, q, r]) => p * a + q * b + r * c) as unknown as Triple;

function linearOf(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => linearOf(hex).reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** ΔE in OKLab × 100. */
function distance(a: string, b: string, seen: Matrix): number {
  const [p, q] = [a, b].map((hex) =>
    oklab(times(seen, linearOf(hex)).map((value) => Math.max(0, Math.min(1, value))) as unknown as Triple),
  );
  return 100 * Math.hypot(...[0, 1, 2].map((i) => (p?.[i] ?? 0) - (q?.[i] ?? 0)));
}

function oklab(linear: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}
