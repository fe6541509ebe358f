import { type Message, say } from '../words/index.ts';
import { loadFrames } from './frames-source.ts';
import { excuse, type Page } from './page.ts';
import type { Stage } from './stage.ts';
import css from './tools.css?inline';

/**
 * The buttons of the reader's tools, in the rail and in each step: more, and on maps one that frees the map. What they open
 * comes when one is first pressed.
 */
export function createTools(page: Page, stage: Stage): { mark(index: number): void } {
  const { steps, story, parts, signal } = page;
  const { tools } = story.words;
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  document.adoptedStyleSheets.push(styles);
  /** Without the script behind them the buttons would do nothing. */
  const offer = (there: boolean) => {
    for (const one of document.querySelectorAll<HTMLElement>('.tool')) one.style.visibility = there ? '' : 'hidden';
  };
  addEventListener('online', () => offer(true), { signal });
  const button = (name: Message, tool: 'openMenu' | 'explore', className: string) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = `tool ${className}`;
    made.title = say(story, name);
    if (tool === 'openMenu') made.setAttribute('aria-expanded', 'false');
    const use = async () => {
      // What is open hears this press itself.
      if (made.matches('[aria-busy],[aria-expanded=true]')) return;
      made.setAttribute('aria-busy', 'true');
      try {
        await (await loadFrames(parts))[tool](made, page, stage);
      } catch (error) {
        offer(false);
        excuse('A tool did not come', error);
      }
      made.removeAttribute('aria-busy');
    };
    made.addEventListener('click', use, { signal });
    return made;
  };
  const both = () => [button(tools.explore, 'explore', 'free'), button(tools.more, 'openMenu', 'more')];
  const hasMap = (index: number) => Boolean(story.steps[index - 1] && !story.steps[index - 1]?.scene.chart);

  const rail = document.querySelector('.rail');
  rail?.append(...both());
  for (const [index, step] of steps.entries()) (step.querySelector('.turns') ?? step).prepend(...both().slice(hasMap(index) ? 0 : 1));
  return { mark: (index) => rail?.classList.toggle('charted', !hasMap(index)) };
}
