import { type Language, say } from '../words/index.ts';
import css from './tables.css?inline';

/** Opens the figures behind a chart in a panel over the dimmed page; without it they unfold in the card. */
export function createTables(root: HTMLElement, language: Language): void {
  const words = language.words.page;
  const page = root.ownerDocument;
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  page.adoptedStyleSheets.push(styles);
  const panel = page.createElement('dialog');
  panel.className = 'table-panel';
  panel.setAttribute('aria-label', say(language, words.figures));
  page.body.append(panel);
  panel.addEventListener('click', (event) => {
    if (event.target === panel) panel.close();
  });

  const open = (step: Element) => {
    const table = step.querySelector('.data .table');
    if (!table) return;
    panel.replaceChildren(table.cloneNode(true));
    panel.querySelector('.links')?.append(action(say(language, words.backToChart)));
    const close = action('');
    close.className = 'close';
    close.setAttribute('aria-label', say(language, words.close));
    panel.append(close);
    panel.showModal();
  };
  const action = (text: string) => {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => panel.close());
    return button;
  };
  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const summary = target.closest('summary');
    const step = summary?.closest('.step') ?? (target.closest('.open-data') && page.querySelector('.step[data-current]'));
    if (!step) return;
    open(step);
    // Where that fails they unfold in the card.
    event.preventDefault();
  });
}
