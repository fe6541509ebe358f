import { blocksOf, createMarkdown } from '../../read/markdown.ts';
import { type YamlPath, yamlValue } from './yaml-value.ts';

/** Where the YAML stands that says what a step shows. */
export interface StepBlock {
  from: number;
  to: number;
  /** Where in it the step's own keys are. */
  base: YamlPath;
}

/** The block of the step in story.md; for the cover, the front matter. Null where there is none. */
export function stepBlock(text: string, step: string): StepBlock | null {
  const lines = text.split('\n');
  const starts = lineStarts(lines);
  const fence = (line: string | undefined) => /^---[ \t]*$/.test(line ?? '');
  const end = fence(lines[0]) ? lines.findIndex((line, index) => index > 0 && fence(line)) : -1;
  if (end < 0) return null;
  if (step === 'cover') return { from: starts[1] ?? 0, to: starts[end] ?? 0, base: ['cover'] };
  const body = end + 1;
  for (const { kind, from, to } of blocksOf(createMarkdown().parse(lines.slice(body).join('\n'), {}))) {
    if (kind !== 'step') continue;
    const block = { from: starts[body + from + 1] ?? text.length, to: starts[body + to - 1] ?? text.length, base: [] };
    const value = yamlValue(text.slice(block.from, block.to));
    if (isGroup(value) && value.id === step) return block;
  }
  return null;
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function lineStarts(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return starts;
}
