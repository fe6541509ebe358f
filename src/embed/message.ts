import * as limits from './limits.ts';

export * as kinds from './kinds.ts';
export { limits };

/**
 * What embed.js in a host's page and the story's frames say to each other: arrays of finite numbers that begin with the
 * mark and a kind. Numbers alone, so that nothing but a number can come out at the other end. Kinds are never given
 * another meaning; a later version adds kinds, and who does not know one leaves it.
 */
export const mark = 7301;

/** Said by both ends in READY. What begins with the same version understands each other. */
export const version = 1;

/** The kind and the numbers after it; null for anything that is not such a message. */
export function readMessage(data: unknown): { kind: number; values: number[] } | null {
  // Spread, since a hole in an array is no number and no call.
  if (!Array.isArray(data) || data.length < 2 || data[0] !== mark || ![...data].every(Number.isFinite)) return null;
  const [, kind, ...values] = data as [number, number, ...number[]];
  return { kind, values };
}

/**
 * What a page may hear of a story in it: no number but the index, nothing about the reader. Sent by the story's frame to
 * its parent, and given on by embed.js as the events `story:step` and `story:end` of its element.
 */
export interface StoryEvent {
  story: typeof version;
  type: 'step' | 'end';
  /** Of the step; at most 200 characters, as the title. */
  id: string;
  /** From 0, the cover. */
  index: number;
  title: string;
}

export function isStoryEvent(data: unknown): data is StoryEvent {
  const { story, type, id, index, title } = (data ?? {}) as Partial<StoryEvent>;
  return story === version && (type === 'step' || type === 'end') && isShort(id) && isShort(title) && isStage(index);
}

/** The ids of all steps in their order, the cover's first. Sent after READY, so that a page may ask for a step by its id. */
export interface StorySteps {
  story: typeof version;
  type: 'steps';
  ids: string[];
}

export function isStorySteps(data: unknown): data is StorySteps {
  const { story, type, ids } = (data ?? {}) as Partial<StorySteps>;
  return story === version && type === 'steps' && Array.isArray(ids) && ids.length <= limits.stages && ids.every(isShort);
}

/** The index, from 0, of a stage that a story may have. */
export const isStage = (index: unknown): index is number =>
  Number.isInteger(index) && (index as number) >= 0 && (index as number) < limits.stages;

const isShort = (value: unknown) => typeof value === 'string' && value.length <= limits.letters;
