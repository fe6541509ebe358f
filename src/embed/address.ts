import { isStage } from './message.ts';

/** A step by its id, or by its index from 0. */
export type StepName = string | number;

export const isStepName = (step: unknown): step is StepName => typeof step === 'string' || isStage(step);

/** `#story=ID` or `#step=N`, from 1: the step that a page's address asks for; -1 where it asks for none. */
export function stepInAddress(hash: string): StepName {
  const asked = new URLSearchParams(hash.slice(1));
  return asked.get('story') ?? Number(asked.get('step')) - 1;
}
