import { cpuUsage, env } from 'node:process';
import { expect } from 'vitest';
import { type Compiled, compiler } from '../../src/page/compile.ts';
import { servedShelf } from '../../src/page/shelf.ts';
import { read, type StoryFiles } from '../../src/read/index.ts';
import { fitBounds, flight, sameCamera } from '../../src/scene/camera.ts';
import { sceneAt, scenesOf } from '../../src/scene/scene-at.ts';
import type { Story } from '../../src/story.ts';

/** `FUZZ_SEED=7 FUZZ_RUNS=1000` tries others and more: the seed of what fails is printed, and tries the same again. */
export const fuzz = (seed: number, numRuns: number): { seed: number; numRuns: number } => ({
  seed: Number(env.FUZZ_SEED ?? seed),
  numRuns: Number(env.FUZZ_RUNS ?? numRuns),
});

/** Of the processor, so that a machine that is busy or asleep counts for nothing. No case of these sizes takes a hundredth of it; one that hangs is found. */
const hangsMs = 10_000;

/** Reads the files and holds what comes of them to all that is promised of any files whatever. */
export function expectSound(files: StoryFiles, compile = compiler()): Compiled {
  const start = cpuUsage();
  const compiled = compile(files);
  const { issues, told } = compiled;
  expect(told === null).toBe(issues.some(({ severity }) => severity === 'error'));
  for (const { file, line, column, message } of issues) {
    expect(line, message).toBeGreaterThan(0);
    expect(line, message).toBeLessThanOrEqual(linesIn(files.get(file)));
    expect(column, message).toBeGreaterThan(0);
    expect(message).not.toMatch(/could not be read|undefined|\[object/);
  }
  if (told) expectTold(compiled, files);
  const { user, system } = cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(hangsMs);
  return compiled;
}

/** A place in a file that is missing is its first line. */
function linesIn(bytes: Uint8Array | undefined): number {
  if (!bytes) return 1;
  const text = Buffer.from(bytes).toString(bytes[1] === 0 || bytes[0] === 0xff ? 'utf16le' : 'utf8');
  return text.split(/\r\n|\r|\n/).length;
}

/** What is accepted can be told: it is drawn, goes through JSON unchanged, and keeps the laws of scenes. */
function expectTold({ told }: Compiled, files: StoryFiles): void {
  const page = told?.page(servedShelf())({ charts: null, frames: null, cities: null, webgl: null, worker: null });
  const html = page ? page.head + page.body : '';
  expect(html).toContain('<main>');
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|<img[^>]* on|href="javascript:|="[^"]*NaN/i);
  const { story } = read(files);
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
  if (story) expectScenes(story);
}

const screen = { width: 390, height: 844 };
const padding = { left: 16, right: 16, top: 40, bottom: 300 };

function expectScenes(story: Story): void {
  const scenes = scenesOf(story);
  expect(scenes).toHaveLength(story.steps.length + 2);
  const cameras = scenes.map(({ frame }) => fitBounds(frame, screen, padding, story.rtl));
  for (const [step, scene] of scenes.entries()) {
    // Settled, a scene is the one that was written, wherever it is come from.
    expect(sceneAt(story, { step, progress: 1 })).toEqual({ scene, before: scenes[Math.max(0, step - 1)], progress: 1 });
    const camera = cameras[step];
    for (const from of [cameras[0], cameras.at(-1)]) {
      if (!camera || !from) throw new Error('a scene without a camera');
      expect(Object.values(camera).every(Number.isFinite), `a camera of finite numbers at step ${step}`).toBe(true);
      expect(sameCamera(flight(from, camera, screen).at(1), camera), `a flight to step ${step} ends there`).toBe(true);
    }
  }
}
