import { serifWidth, textWidth } from '../../../src/graphics/charts/text.ts';
import type { Mark } from '../../../src/graphics/marks.ts';

export function all(marks: Mark[]): Mark[] {
  return marks.flatMap((mark) => [mark, ...all(mark.children ?? [])]);
}

export const withClass = (marks: Mark[], name: string): Mark[] =>
  all(marks).filter(({ attrs }) =>
    String(attrs?.class ?? '')
      .split(' ')
      .includes(name),
  );

/** Dashes that a renderer puts on the path: one at every pitch from the start of each line. */
export function dashCount({ attrs }: Mark): number {
  const pitch = String(attrs?.['stroke-dasharray'] ?? '0 1')
    .split(' ')
    .reduce((sum, part) => sum + Number(part), 0);
  return lines(String(attrs?.d)).reduce(
    (sum, length) => sum + Math.floor(length / pitch + (Number(String(attrs?.['stroke-dasharray']).split(' ')[0]) ? 0.999 : 1)),
    0,
  );
}

const lines = (d: string): number[] => [...d.matchAll(/[hv](-?[\d.]+)/g)].map(([, length]) => Number(length));

export interface Box {
  key: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const sizes: Record<string, number> = {
  'chart-label': 14,
  'plate-foot': 12,
  'chart-count': 11.5,
  'size-24': 24,
  'size-34': 34,
  'size-52': 52,
  'size-72': 72,
};

const boldClasses = ['chart-label', 'chart-count-key', 'chart-name', 'chart-value'];

export function textBoxes(marks: Mark[]): Box[] {
  return all(marks)
    .filter(({ tag }) => tag === 'text')
    .map(({ key, attrs = {}, text = '' }) => {
      const classes = String(attrs.class).split(' ');
      const size = classes.map((name) => sizes[name]).find(Boolean) ?? 13;
      const bold = boldClasses.some((name) => classes.includes(name)) || size > 20;
      const width = size > 20 ? serifWidth(text, size) : textWidth(text, size, bold);
      const x = Number(attrs.x) - (attrs['text-anchor'] === 'end' ? width : 0);
      return { key, x0: x, x1: x + width, y0: Number(attrs.y) - size * 0.75, y1: Number(attrs.y) + size * 0.2 };
    });
}

export function overlaps(boxes: Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
      .map((b) => `${a.key} on ${b.key}`),
  );
}

/** Width and left edge of a closed block `Mx yHx…`; px. */
export function blockSpan({ attrs }: Mark): { left: number; width: number } {
  const [, left = 0, right = 0] = (/^M(-?[\d.]+) -?[\d.]+H(-?[\d.]+)/.exec(String(attrs?.d)) ?? []).map(Number);
  return { left, width: right - left };
}

/** Texts that leave the drawing, in words. */
export function outside(boxes: Box[], width: number, height: number): string[] {
  return boxes.filter(({ x0, x1, y0, y1 }) => x0 < -1 || x1 > width + 1 || y0 < -1 || y1 > height + 1).map(({ key }) => key);
}
