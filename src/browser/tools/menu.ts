import type { Fact } from '../../story.ts';
import { type Message, say } from '../../words/index.ts';
import { loadCities } from '../cities-source.ts';
import { recall, remember, themeKey, unitsKey } from '../memory.ts';
import { excuse, type Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { drawnArea } from './drawn-area.ts';
import { element } from './element.ts';
import { createMap } from './explore.ts';
import { createFreeMap, stageReady } from './free-map.ts';
import { sayNoMap } from './notice.ts';
import { whenScrolledOn } from './scrolled.ts';
import { addStyles } from './styles.ts';
import { applyUnits } from './units.ts';

/** Room that the menu leaves to the screen's edges and to its button, px. */
const gapPx = 8;

/** Opens the reader's tools beside their button. They close by Escape, by another press, and when the reader goes elsewhere. */
export function openMenu(button: HTMLButtonElement, page: Page, stage: Stage): void {
  const { story } = page;
  addStyles();
  const listening = new AbortController();
  const { signal } = listening;
  const menu = element('div', 'tools');
  menu.setAttribute('role', 'dialog');
  menu.setAttribute('aria-label', say(story, story.words.tools.more));
  const step = button.closest('.step')?.id ?? page.root.dataset.step ?? '';
  const fact = drawnArea(story, step);
  menu.append(linkTools(page, step));
  if (fact) menu.append(sizeTool(story, () => laySize(button, page, stage, fact).finally(close)));
  menu.append(units(page, stage), colours(page));
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

function sizeTool(story: Page['story'], run: () => Promise<void>): HTMLElement {
  const open = element('button', '', say(story, story.words.tools.size));
  open.addEventListener('click', () => {
    open.setAttribute('aria-busy', 'true');
    void run();
  });
  return open;
}

/** The story's area over a city, from a script of its own. */
async function laySize(button: HTMLElement, page: Page, stage: Stage, fact: Fact): Promise<void> {
  try {
    const [{ openSize }] = await Promise.all([loadCities(page.parts), stageReady(stage)]);
    await openSize({ button, page, stage, fact, createFreeMap, createMap });
  } catch (error) {
    excuse('A tool did not come', error);
    if (!page.signal.aborted) sayNoMap(page.story);
  }
}

/** Light, dark, or as the device has it. Remembered only once the reader has chosen. */
function colours({ root, story }: Page): HTMLElement {
  const { tools } = story.words;
  const choices = { light: tools.light, dark: tools.dark, '': tools.asDevice };
  return choice(story, tools.colours, choices, recall(themeKey) ?? root.dataset.theme ?? '', (theme) => {
    remember(themeKey, theme || null);
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  });
}

/** What areas and lengths are shown in. */
function units(page: Page, stage: Stage): HTMLElement {
  const { root, story } = page;
  const { tools } = story.words;
  return choice(story, tools.units, { km: tools.metric, mi: tools.miles }, root.dataset.units ?? 'km', (unit) => {
    remember(unitsKey, unit);
    root.dataset.units = unit;
    void applyUnits(page, stage);
  });
}

/** A few radio buttons under a name. */
function choice(
  story: Page['story'],
  name: Message,
  choices: Record<string, Message>,
  now: string,
  choose: (value: string) => void,
): HTMLElement {
  const set = element('fieldset', '');
  set.append(element('legend', '', say(story, name)));
  for (const [value, words] of Object.entries(choices)) {
    const label = element('label', '');
    const radio = element('input', '');
    radio.type = 'radio';
    radio.name = say(story, name);
    radio.checked = value === now;
    radio.addEventListener('change', () => choose(value));
    label.append(radio, say(story, words));
    set.append(label);
  }
  return set;
}
