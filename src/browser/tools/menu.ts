import { say } from '../../words/index.ts';
import { recall, remember, themeKey } from '../memory.ts';
import type { Page } from '../page.ts';
import { element } from './element.ts';
import { whenScrolledOn } from './scrolled.ts';
import { addStyles } from './styles.ts';

/** Room that the menu leaves to the screen's edges and to its button, px. */
const gapPx = 8;

/** Opens the reader's tools beside their button. They close by Escape, by another press, and when the reader goes elsewhere. */
export function openMenu(button: HTMLButtonElement, page: Page): void {
  const { story } = page;
  addStyles();
  const listening = new AbortController();
  const { signal } = listening;
  const menu = element('div', 'tools');
  menu.setAttribute('role', 'dialog');
  menu.setAttribute('aria-label', say(story, story.words.tools.more));
  menu.append(linkTools(page, button.closest('.step')?.id ?? page.root.dataset.step ?? ''), colours(page));
  const close = () => {
    listening.abort();
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
  };
  const isOutside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target) && !button.contains(target);

  button.setAttribute('aria-expanded', 'true');
  document.body.append(menu);
  placeBeside(menu, button);
  menu.querySelector('button')?.focus({ preventScroll: true });
  button.addEventListener('click', close, { signal });
  menu.addEventListener('focusout', ({ relatedTarget }) => isOutside(relatedTarget) && close(), { signal });
  whenScrolledOn(close, signal);
  document.addEventListener('click', ({ target }) => isOutside(target) && close(), { signal });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape') return;
      close();
      button.focus({ preventScroll: true });
    },
    { signal },
  );
  page.signal.addEventListener('abort', close, { signal });
}

function placeBeside(menu: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const within = (at: number, length: number, room: number) => Math.max(gapPx, Math.min(at, room - length - gapPx));
  const beside = button.closest('.rail') !== null;
  const [x, y] = beside ? [left - width - gapPx, bottom - height] : [right - width, top - height - gapPx];
  const flipped = x < gapPx && beside ? right + gapPx : x;
  menu.style.left = `${within(flipped, width, innerWidth)}px`;
  menu.style.top = `${within(y < gapPx ? bottom + gapPx : y, height, innerHeight)}px`;
}

/** The link to a step: copied, or handed to the device where it has a way to share. */
function linkTools({ story, steps }: Page, step: string): HTMLElement {
  const { tools } = story.words;
  const row = element('div', '');
  const said = element('p', 'said');
  said.setAttribute('role', 'status');
  const index = steps.findIndex(({ id }) => id === step);
  const address = location.href.replace(/#.*/, '') + (index > 0 ? `#${step}` : '');
  const copy = element('button', '', say(story, tools.copyLink));
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = say(story, tools.copied);
    } catch {
      // A page without a clipboard, or one that may not use it: the address is there to be copied by hand.
      offerAddress(said, address, say(story, tools.copyThis));
    }
  });
  row.append(copy, said);
  if (navigator.share) {
    const share = element('button', '', say(story, tools.share));
    const title = story.steps[index - 1]?.title ?? story.title;
    // Who thinks better of it has nothing to be told.
    share.addEventListener('click', () => void navigator.share({ title, url: address }).catch(() => {}));
    row.append(share);
  }
  return row;
}

function offerAddress(said: HTMLElement, address: string, name: string): void {
  const label = element('label', '', name);
  const field = label.appendChild(element('input', ''));
  field.readOnly = true;
  field.value = address;
  said.replaceChildren(label);
  field.focus();
  field.select();
}

/** Light, dark, or as the device has it. Remembered only once the reader has chosen. */
function colours({ root, story }: Page): HTMLElement {
  const { tools } = story.words;
  const choices = { light: tools.light, dark: tools.dark, '': tools.asDevice };
  const set = element('fieldset', '');
  set.append(element('legend', '', say(story, tools.colours)));
  const now = recall(themeKey) ?? root.dataset.theme ?? '';
  for (const [theme, name] of Object.entries(choices)) {
    const label = element('label', '');
    const radio = element('input', '');
    radio.type = 'radio';
    radio.name = 'colours';
    radio.checked = theme === now;
    radio.addEventListener('change', () => {
      remember(themeKey, theme || null);
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
    });
    label.append(radio, say(story, name));
    set.append(label);
  }
  return set;
}
