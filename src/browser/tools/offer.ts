import { say } from '../../words/index.ts';
import { placeKey, remember } from '../memory.ts';
import type { Page } from '../page.ts';
import { element } from './element.ts';
import { showNotice } from './notice.ts';

/** Offers to go on at a step. Nothing moves by itself; who reads on from here has declined. */
export function offerPlace({ root, story, signal }: Page, step: string, goTo: (id: string) => void): void {
  // The reader was faster than this script.
  if ((root.dataset.step ?? 'cover') !== 'cover') return;
  const title = story.steps.find(({ id }) => id === step)?.title ?? '';
  const go = element('button', '', say(story, story.words.tools.goOn, { title }));
  const remove = showNotice(story, go, () => {
    steps.disconnect();
    remember(placeKey(), null);
  });
  const steps = new MutationObserver(() => root.dataset.step !== 'cover' && end());
  const end = () => {
    steps.disconnect();
    remove();
  };
  steps.observe(root, { attributeFilter: ['data-step'] });
  signal.addEventListener('abort', end);
  go.addEventListener('click', () => {
    end();
    goTo(step);
  });
}
