import { element } from '../tools/element.ts';

export interface ComboboxOptions<T> {
  label: string;
  find: (typed: string) => T[];
  name: (one: T) => string;
  /** Told what was chosen; null where nothing is there by what was typed. */
  choose: (one: T | null) => void;
  signal: AbortSignal;
}

/** A field with suggestions, after the combobox pattern of the ARIA Authoring Practices: with a list, the first of it taken by Enter. */
export function createCombobox<T>({ label, find, name, choose, signal }: ComboboxOptions<T>): {
  element: HTMLElement;
  input: HTMLInputElement;
} {
  const wrapper = element('div', 'combobox');
  const title = wrapper.appendChild(element('label', '', label));
  const input = title.appendChild(element('input', ''));
  const list = wrapper.appendChild(element('ul', ''));
  list.id = 'cities';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id }))
    input.setAttribute(key, value);
  input.autocomplete = 'off';
  input.spellcheck = false;
  let found: T[] = [];
  let active = -1;

  const show = (open: boolean) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    mark(-1);
  };
  const mark = (index: number) => {
    active = index;
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === index));
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `city-${index}`);
  };
  const take = (one: T | undefined) => {
    if (one) input.value = name(one);
    show(false);
    choose(one ?? null);
  };
  const suggest = (typed: string) => {
    found = find(typed);
    const options = found.map((one, i) => {
      const option = element('li', '', name(one));
      option.id = `city-${i}`;
      option.setAttribute('role', 'option');
      return option;
    });
    list.replaceChildren(...options);
    show(found.length > 0);
  };
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      if (list.hidden) suggest(input.value);
      take(found[Math.max(0, active)]);
      return true;
    },
    Escape: () => {
      const open = !list.hidden;
      show(false);
      return open;
    },
  };
  const move = (by: number) => {
    if (list.hidden) suggest(input.value);
    else mark((active + by + found.length + (active < 0 && by < 0 ? 1 : 0)) % Math.max(1, found.length));
    return true;
  };
  input.addEventListener('input', () => suggest(input.value), { signal });
  input.addEventListener('focus', () => input.select(), { signal });
  input.addEventListener('blur', () => show(false), { signal });
  input.addEventListener('keydown', (event) => !event.isComposing && keys[event.key]?.() && event.preventDefault(), { signal });
  // The field keeps the focus, so that its list stays.
  list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  list.addEventListener(
    'click',
    ({ target }) => {
      const index = [...list.children].indexOf(target as Element);
      if (index >= 0) take(found[index]);
    },
    { signal },
  );
  show(false);
  return { element: wrapper, input };
}
