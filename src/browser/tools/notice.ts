import { type Language, say } from '../../words/index.ts';
import { element } from './element.ts';
import { addStyles } from './styles.ts';

/** Shows something at the screen's edge that screen readers are told politely, and which can be closed. Gives what takes it away. */
export function showNotice(language: Language, content: HTMLElement, onClose: () => void = () => {}): () => void {
  addStyles();
  document.querySelector('.notice')?.remove();
  const notice = element('div', 'notice');
  notice.setAttribute('role', 'status');
  document.querySelector('main')?.before(notice);
  const close = element('button', 'close');
  close.setAttribute('aria-label', say(language, language.words.page.close));
  close.addEventListener('click', () => {
    notice.remove();
    onClose();
  });
  notice.append(content, close);
  return () => notice.remove();
}

/** Tells the reader that there is no map to move here. */
export const sayNoMap = (language: Language): void =>
  void showNotice(language, element('p', '', say(language, language.words.tools.noMap)));
