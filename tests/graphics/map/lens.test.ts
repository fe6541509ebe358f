import { expect, test } from 'vitest';
import { planLens, tangents } from '../../../src/graphics/map/lens.ts';
import { fitBounds, worldPx } from '../../../src/scene/camera.ts';
import type { Bounds } from '../../../src/story.ts';

const size = { width: 1440, height: 900 };
const camera = fitBounds([27, 22, 133, 66], size, { left: 544, right: 72, top: 64, bottom: 64 });
const region: Bounds = [34.1, 50.9, 38.5, 52.4];

test('the lens is a true enlargement: circles and scales have one ratio', () => {
  const plan = planLens(region, camera, size, 'desktop', [500, 12, 1384, 872], { boxes: [], points: [] });
  if (!plan) throw new Error('no lens');
  expect(plan.radius / plan.sourceRadius).toBeCloseTo(worldPx(plan.camera) / worldPx(camera), 6);
});

test('the large circle stays within the free box', () => {
  const plan = planLens(region, camera, size, 'desktop', [500, 12, 1384, 872], { boxes: [], points: [] });
  expect(plan && plan.at[0] - plan.radius).toBeGreaterThanOrEqual(500);
  expect(plan && plan.at[1] + plan.radius).toBeLessThanOrEqual(872);
});

test('a frame that is close already needs no lens', () => {
  const near = fitBounds(region, size, { left: 544, right: 72, top: 64, bottom: 64 });
  expect(planLens(region, near, size, 'desktop', [500, 12, 1384, 872], { boxes: [], points: [] })).toBeNull();
});

test('tangents touch both circles', () => {
  const [x1 = 0, y1 = 0] =
    /^M([-\d.]+) ([-\d.]+)/
      .exec(tangents([0, 0], 10, [100, 0], 40))
      ?.slice(1)
      .map(Number) ?? [];
  expect(Math.hypot(x1, y1)).toBeCloseTo(10, 0);
});
