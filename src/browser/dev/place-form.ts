import type { LngLat, Story } from '../../story.ts';
import type { Change } from './desk.ts';
import { make, setOptions } from './make.ts';
import { inWords } from './view.ts';

export interface PlaceForm {
  element: HTMLElement;
  /** The spot that was chosen on the map. */
  pick(at: LngLat | null): void;
  update(story: Story): void;
}

export interface PlaceFormOptions {
  write(change: Change): void;
  /** The step at hand, and what it names already. */
  step(): { step: string; labels: string[] };
}

/** What can be done with a spot on the map: a new place, or another spot for one that there is. */
export function createPlaceForm({ write, step }: PlaceFormOptions): PlaceForm {
  let spot: LngLat | null = null;
  const where = make('p');
  const name = make('input', { type: 'text', autocomplete: 'off' });
  const id = make('input', { type: 'text', autocomplete: 'off', spellcheck: false });
  const label = make('input', { type: 'checkbox', checked: true });
  const existing = make('select', { ariaLabel: 'Place' });
  const add = make('button', { type: 'submit', textContent: 'Add a place here' });
  const move = make('button', { type: 'button', textContent: 'Move it here' });
  const others = make('div', { className: 'row' }, existing, move);
  const form = make(
    'form',
    {},
    make('label', {}, 'Name', name),
    make('label', {}, 'Id, by which steps name it', id),
    make('label', { className: 'check' }, label, 'Name it in this step'),
    add,
  );
  const element = make('section', {}, make('h3', { textContent: 'Places' }), where, form, others);
  const show = () => {
    where.textContent = spot ? `Chosen: ${inWords(spot)}` : 'Click on the map, or press Enter on it, to choose a spot.';
    form.hidden = spot === null;
    others.hidden = spot === null || !existing.options.length;
    add.disabled = !name.value.trim() || !id.value.trim();
  };
  let typed = false;
  name.addEventListener('input', () => {
    if (!typed) id.value = idOf(name.value);
    show();
  });
  id.addEventListener('input', () => {
    typed = id.value !== '';
    show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!spot || add.disabled) return;
    write({
      kind: 'place',
      id: id.value.trim(),
      name: name.value.trim(),
      at: spot,
      label: label.checked ? step() : null,
    });
  });
  move.addEventListener('click', () => {
    if (spot) write({ kind: 'move', id: existing.value, at: spot });
  });
  show();
  return {
    element,
    pick(at) {
      spot = at;
      [name.value, id.value, typed] = ['', '', false];
      show();
    },
    update({ places }) {
      setOptions(
        existing,
        places.map((place) => [place.id, `${place.name} (${place.id})`] as const),
        existing.value,
      );
      show();
    },
  };
}

/** `Nouvelle-Orléans` → `nouvelle-orleans` */
function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^[-\d]+|-+$/g, '');
}
