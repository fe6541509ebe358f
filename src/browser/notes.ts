import { chartFacts } from '../scene/scene-at.ts';
import type { Fact, Story } from '../story.ts';
import { type Message, say } from '../words/index.ts';

export interface NotesOptions {
  story: Story;
  /** Where the marks are. */
  stage: HTMLElement;
  goTo: (stepId: string) => void;
  signal: AbortSignal;
  /** Notes open beside their sentence on every screen: where the screen itself can't be known. */
  inCard?: boolean;
  /** Told which fact is lit, and whenever a note comes or goes. */
  onLight?: (id: string | null) => void;
}

/** Number links open a note and light their mark; a mark opens the same note and leads back to the sentence. */
export function createNotes(root: HTMLElement, { story, stage, goTo, signal, inCard = false, onLight }: NotesOptions): { close(): void } {
  const { ownerDocument: page } = root;
  let open: { note: HTMLElement; scrim: HTMLElement; link: HTMLElement | null } | null = null;

  const light = (id: string | null) => {
    for (const mark of stage.querySelectorAll('[data-lit]')) mark.removeAttribute('data-lit');
    if (id)
      for (const mark of stage.querySelectorAll(`[data-fact="${CSS.escape(id)}"],[data-also~="${CSS.escape(id)}"]`))
        mark.setAttribute('data-lit', '');
    onLight?.(id);
  };
  const close = (restoreFocus = false) => {
    if (!open) return;
    const { note, scrim, link } = open;
    open = null;
    note.remove();
    scrim.remove();
    link?.removeAttribute('data-lit');
    link?.setAttribute('aria-expanded', 'false');
    light(null);
    if (restoreFocus) link?.focus();
  };
  const show = (fact: Fact, link: HTMLElement | null, card: HTMLElement, backTo: HTMLElement | null) => {
    close();
    const note = noteElement(page, fact, story, { backTo, chart: chartStep(story, fact, link), goTo, close });
    const scrim = page.createElement('div');
    scrim.className = 'scrim';
    scrim.addEventListener('click', () => close(true));
    const narrow = !inCard && !matchMedia('(min-width: 640px)').matches;
    if (narrow) page.body.append(scrim);
    (narrow ? page.body : card).append(note);
    if (!narrow && note.getBoundingClientRect().bottom > innerHeight) note.classList.add('above');
    if (note.getBoundingClientRect().top < 0) note.classList.remove('above');
    link?.setAttribute('data-lit', '');
    link?.setAttribute('aria-expanded', 'true');
    light(fact.id);
    open = { note, scrim, link };
    note.focus({ preventScroll: true });
  };

  const factOf = (id: string | undefined) => story.facts.find((fact) => fact.id === id);
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const link = target.closest<HTMLElement>('a.fact');
    const fact = factOf(link?.dataset.fact);
    if (link && fact) {
      if (open?.link === link) close(true);
      else show(fact, link, cardOf(link), null);
      // Where the note can't be made the link leads to the figure, as it does without a script.
      return event.preventDefault();
    }
    const mark = target.closest<SVGElement>('.stage [data-fact]');
    const marked = factOf(mark?.dataset.fact);
    if (marked) {
      const sentence = sentenceOf(root, marked.id);
      const card = page.querySelector<HTMLElement>('.step[data-current] .card') ?? page.body;
      return show(marked, null, card, sentence);
    }
    if (open && !target.closest('.note')) close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close(true);
  };
  const hover = (event: Event) => {
    if (open) return;
    const link = (event.target as Element).closest?.<HTMLElement>('a.fact');
    light(link?.dataset.fact ?? null);
  };
  for (const link of root.querySelectorAll('a.fact')) {
    link.setAttribute('aria-haspopup', 'dialog');
    link.setAttribute('aria-expanded', 'false');
  }
  page.addEventListener('click', onClick, { signal });
  page.addEventListener('keydown', onKey, { signal });
  root.addEventListener('mouseover', hover, { signal });
  root.addEventListener('focusin', hover, { signal });
  return { close };
}

const cardOf = (link: HTMLElement): HTMLElement => link.closest<HTMLElement>('.card') ?? document.body;

/** The sentence of the current step where it has one, else the first in the story. */
function sentenceOf(root: HTMLElement, id: string): HTMLElement | null {
  const link = `a.fact[data-fact="${CSS.escape(id)}"]`;
  return root.querySelector<HTMLElement>(`.step[data-current] ${link}`) ?? root.querySelector<HTMLElement>(link);
}

/** The step whose chart or plate draws the fact, unless the link stands in it. */
function chartStep(story: Story, fact: Fact, link: HTMLElement | null): string | null {
  const here = link?.closest('.step')?.id;
  const drawn = story.steps.filter(({ scene: { chart } }) => {
    if (!chart) return false;
    const ids = chartFacts(chart);
    const formulas = ids.map((id) => story.facts.find((one) => one.id === id)?.formula ?? '');
    return ids.includes(fact.id) || formulas.some((formula) => new RegExp(`(^|[^\\w-])${fact.id}($|[^\\w-])`).test(formula));
  });
  const found = drawn.find(({ id }) => id === here) ?? drawn[0];
  return found && found.id !== here ? found.id : null;
}

interface NoteLinks {
  backTo: HTMLElement | null;
  chart: string | null;
  goTo: (stepId: string) => void;
  close: (restoreFocus?: boolean) => void;
}

function noteElement(page: Document, fact: Fact, story: Story, links: NoteLinks): HTMLElement {
  const note = element(page, 'div', 'note');
  note.setAttribute('role', 'dialog');
  // The list of figures says it already: making it here would load the browser's tables of numbers, a fifth of a second on a slow phone.
  const said = (selector: string) => page.querySelector(`#fact-${CSS.escape(fact.id)} ${selector}`)?.textContent ?? '';
  const value = said('b');
  note.setAttribute('aria-label', value);
  note.tabIndex = -1;
  note.append(element(page, 'p', 'value', value));
  const rows = element(page, 'dl', '');
  for (const [name, value] of noteRows(fact, said('bdi'), story))
    rows.append(element(page, 'dt', '', name), element(page, 'dd', '', value));
  note.append(rows, linkRow(page, fact, story, links));
  const button = element(page, 'button', 'close');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', say(story, story.words.page.close));
  button.addEventListener('click', () => links.close(true));
  note.append(button);
  return note;
}

function noteRows(fact: Fact, exact: string, story: Story): [string, string][] {
  const { note } = story.words;
  const rows: [Message, string][] = [
    [note.what, fact.label],
    [note.whoSays, fact.speaker],
    [note.asOf, fact.when],
    [note.howExact, exact],
    [note.note, fact.note],
  ];
  return rows.flatMap(([name, value]) => (value ? [[say(story, name), value]] : []));
}

function linkRow(page: Document, fact: Fact, story: Story, { backTo, chart, goTo, close }: NoteLinks): HTMLElement {
  const row = element(page, 'p', 'links');
  const action = (text: string, run: () => void) => {
    const button = element(page, 'button', '', text);
    button.setAttribute('type', 'button');
    button.addEventListener('click', run);
    row.append(button);
  };
  if (backTo) {
    action(say(story, story.words.note.readTheSentence), () => {
      close();
      goTo(backTo.closest('.step')?.id ?? '');
      backTo.focus({ preventScroll: true });
    });
  }
  if (chart) {
    action(say(story, story.words.note.seeItInTheChart), () => {
      close();
      goTo(chart);
    });
  }
  if (fact.source) {
    const source = element(page, 'a', '', say(story, story.words.page.source));
    source.setAttribute('href', `#source-${fact.source}`);
    source.addEventListener('click', () => close());
    row.append(source);
  }
  return row;
}

function element(page: Document, tag: string, className: string, text = ''): HTMLElement {
  const made = page.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
