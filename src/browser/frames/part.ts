import { say } from '../../words/index.ts';
import type { Page } from '../page.ts';
import { announceHeight } from './announce.ts';
import type { Tools } from './index.ts';
import { whenSeen } from './visible.ts';

/** One step's graphic alone: its title, picture or chart, source, table and download, as wide as its frame. */
export function bePart(page: Page, { createGraphic }: Tools): void {
  const { root, element, steps, story, signal } = page;
  const step = steps.find(({ id }) => id === root.dataset.graphic);
  if (!step) return;
  step.classList.add('now');
  const isMap = !step.matches('.has-chart,.plain');
  const own = story.steps.find(({ id }) => id === step.id);
  // Of a step without a picture there is its text.
  const figure = step.querySelector<HTMLElement>('.still') ?? step.querySelector<HTMLElement>('.card');
  if (isMap && figure) {
    const title = document.createElement('p');
    title.className = 'chart-title';
    title.textContent = own?.title ?? '';
    figure.prepend(title);
    figure.querySelector('picture')?.after(element);
    const { stage, wake } = createGraphic(page);
    stage.show(steps.indexOf(step), 'cut');
    whenSeen(element, () => void wake(), signal);
    const credit = document.querySelector('.credit')?.cloneNode(true) as Element | undefined;
    credit?.removeAttribute('aria-hidden');
    if (credit) figure.append(credit);
  }
  const foot = step.querySelector('.foot');
  if (foot && figure) figure.append(foot);
  const whole = document.createElement('p');
  whole.className = 'whole';
  const link = document.createElement('a');
  link.href = `${location.pathname}?frame=whole#${step.id}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = story.title;
  const [before = '', after = ''] = say(story, story.words.page.from, { title: '\0' }).split('\0');
  whole.append(before, link, after);
  figure?.append(whole);
  root.dataset.step = step.id;
  if (!isMap) root.dataset.state = 'settled';
  const height = () => Math.ceil(figure?.getBoundingClientRect().height ?? 0);
  announceHeight(height, signal);
  const size = new ResizeObserver(() => dispatchEvent(new Event('resize')));
  if (figure) size.observe(figure);
  signal.addEventListener('abort', () => size.disconnect());
}
