import { kinds, mark, readMessage, type StoryEvent, type StorySteps, version } from '../../embed/message.ts';
import type { Page } from '../page.ts';

/** Heights and rectangles are no secret, and the host's origin can't be known. */
export const tellHost = (kind: keyof typeof kinds, ...values: number[]): void => parent.postMessage([mark, kinds[kind], ...values], '*');

/** Every other frame of the host's page: the story's own other half is among them. */
export function tellSiblings(kind: keyof typeof kinds, ...values: number[]): void {
  for (let i = 0; i < parent.length; i++) {
    if (parent[i] !== self) parent[i]?.postMessage([mark, kinds[kind], ...values], '*');
  }
}

export interface Heard {
  kind: number;
  values: number[];
  ports: readonly MessagePort[];
}

/** Hears the host, and it alone. */
export function hearHost(hear: (heard: Heard) => void, signal: AbortSignal): void {
  addEventListener(
    'message',
    ({ data, source, ports }) => {
      const message = source === parent ? readMessage(data) : null;
      if (message) hear({ ...message, ports });
    },
    { signal },
  );
}

/** Hears frames of the story's own origin beside this one: of no origin, they can't be told from others, and only show another step. */
export function hearSiblings(hear: (kind: number, values: number[]) => void, signal: AbortSignal): void {
  addEventListener(
    'message',
    ({ data, source, origin }) => {
      const message = source !== parent && origin === self.origin ? readMessage(data) : null;
      if (message) hear(message.kind, message.values);
    },
    { signal },
  );
}

/** Which text belongs to which graphic where nobody introduces them: made of the address without the part's name. */
export const pair = (): number =>
  [...location.pathname, ...(new URLSearchParams(location.search).get('pair') ?? '')].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0,
    7,
  );

/** Tells the page around which step is read; nothing about who reads it. */
export function tellStep({ steps, story }: Page, index: number): void {
  const say = (type: StoryEvent['type']) => {
    const title = story.steps[index - 1]?.title ?? story.title;
    const event: StoryEvent = { story: version, type, id: steps[index]?.id ?? '', index, title: title.slice(0, 200) };
    parent.postMessage(event, '*');
  };
  say('step');
  if (index === steps.length - 1) say('end');
}

/** The ids of all steps, so that a page may ask for one by name. */
export function tellSteps({ steps }: Page): void {
  const message: StorySteps = { story: version, type: 'steps', ids: steps.map(({ id }) => id) };
  parent.postMessage(message, '*');
}

/** A whole number that is a step's, and a share from 0 to 1. */
export const isMoment = (values: number[], steps: number): boolean => {
  const [index = -1, progress = -1] = values;
  return Number.isInteger(index) && index >= 0 && index < steps && progress >= 0 && progress <= 1;
};
