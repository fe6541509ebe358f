import { nameOf, thing } from '../../scene/things.ts';
import type { LngLat, Scene, Story } from '../../story.ts';
import type { StoryData } from '../parts.ts';
import type { Change } from './desk.ts';
import { make, setOptions } from './make.ts';
import { createMapView } from './map-view.ts';
import { createPlaceForm } from './place-form.ts';
import { toolRoot } from './style.ts';
import { boundsIn } from './view.ts';

export interface EditorOptions {
  data: StoryData;
  undo: boolean;
  /** Writes the change into the files; gives what there is to say of it. */
  write(change: Change): Promise<string>;
  takeBack(): Promise<string>;
  /** The editor has gone to another step: the page behind goes with it. */
  onStep(id: string): void;
}

export interface Editor {
  open(step: string): void;
  /** The story is another now; the view, the spot and the step stay. */
  renew(data: StoryData, undo: boolean): void;
}

/** The map of a step to be moved freely, and buttons that write what is seen into the story's files. */
export function createEditor(options: EditorOptions): Editor {
  let { data, undo } = options;
  let step = 'cover';
  const map = createMapView({
    onPick: pick,
    onMove: () => {},
    onDrop: (index, at) => void say(options.write({ kind: 'annotation', step, index, at: at.id })),
  });
  const status = make('p', { className: 'status', role: 'status' });
  const steps = make('select', { ariaLabel: 'Step', onchange: () => goTo(steps.value) });
  const chart = make('p', { textContent: 'This step shows a chart: its map is not seen.' });
  const button = (text: string, onclick: () => void, className = '') =>
    make('button', { type: 'button', textContent: text, onclick, className });
  const useView = button('Use this view', () => frame(false), 'main');
  const useOnPhones = button('Use this view on phones only', () => frame(true));
  const useNames = button('', () => void say(options.write({ kind: 'frame', step, phone: false, frame: namesOf(sceneOf()) })));
  const saved = button('Back to the saved view', () => map.reset());
  const takeBack = button('Undo the last change', () => void say(options.takeBack()));
  const texts = make('section');
  const places = createPlaceForm({
    write: (change) => void say(options.write(change)),
    step: () => ({ step, labels: sceneOf().labels }),
  });
  const dialog = make(
    'dialog',
    { className: 'edit', ariaLabel: 'Edit the map' },
    map.element,
    make(
      'div',
      { className: 'panel' },
      make('div', { className: 'row' }, make('h2', { textContent: 'Edit the map' })),
      make(
        'div',
        { className: 'row' },
        button('Previous', () => goBy(-1)),
        steps,
        button('Next', () => goBy(1)),
      ),
      chart,
      status,
      takeBack,
      make(
        'section',
        {},
        make('h3', { textContent: 'What the step shows' }),
        make('p', { textContent: 'Move the map until the square holds what every reader must see.' }),
        useView,
        useOnPhones,
        useNames,
        saved,
      ),
      places.element,
      texts,
      button('Close', () => dialog.close()),
    ),
  );
  toolRoot(pageStyles(data)).append(dialog);

  function pick(at: LngLat): void {
    map.mark(at);
    places.pick(at);
  }
  function frame(phone: boolean): void {
    void say(options.write({ kind: 'frame', step, phone, frame: boundsIn(map.camera(), map.size()) }));
  }
  async function say(done: Promise<string>): Promise<void> {
    status.textContent = 'Writing …';
    status.textContent = await done;
  }
  const sceneOf = (): Scene => data.story.steps.find(({ id }) => id === step)?.scene ?? data.story.cover;
  const goBy = (by: number) => {
    const ids = stepsOf(data.story).map(([id]) => id);
    goTo(ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(step) + by))] ?? step);
  };
  const goTo = (id: string) => {
    step = id;
    status.textContent = '';
    map.mark(null);
    places.pick(null);
    options.onStep(id);
    update(true);
  };
  const update = (anew: boolean) => {
    const scene = sceneOf();
    const names = namesOf(scene);
    setOptions(steps, stepsOf(data.story), step);
    chart.hidden = scene.chart === null;
    for (const one of [useView, useOnPhones]) one.disabled = scene.chart !== null;
    useOnPhones.hidden = step === 'cover';
    useNames.hidden = names.length === 0;
    useNames.disabled = scene.chart !== null;
    useNames.textContent = `Frame what is named: ${names.map((id) => calledOf(data.story, id)).join(', ')}`;
    takeBack.disabled = !undo;
    places.update(data.story);
    fillTexts(texts, data.story, scene, (index, at) => void say(options.write({ kind: 'annotation', step, index, at })));
    void map.show(data, scene, anew);
  };

  return {
    open(id) {
      step = stepsOf(data.story).some(([own]) => own === id) ? id : (data.story.steps.at(-1)?.id ?? 'cover');
      dialog.showModal();
      update(true);
      map.element.focus();
    },
    renew(next, taken) {
      [data, undo] = [next, taken];
      if (dialog.open) update(false);
    },
  };
}

/** The page's own styles, by which its map is drawn. */
const pageStyles = ({ css }: StoryData): string[] => [document.head.querySelector('style')?.textContent ?? '', css];

const stepsOf = (story: Story): [id: string, title: string][] => [
  ['cover', 'Cover'],
  ...story.steps.map(({ id, title }, i): [string, string] => [id, `${i + 1}. ${title || id}`]),
];

/** What the scene names and lights, without what only lies around. */
const namesOf = ({ highlight, labels }: Scene): string[] => [...new Set([...highlight, ...labels])];

const calledOf = (story: Story, id: string): string => {
  const one = thing(story, id);
  return one ? nameOf(one) : id;
};

/** Each text of the scene with a list of where it may stand: what can be done by dragging, by hand. */
function fillTexts(section: HTMLElement, story: Story, scene: Scene, onMove: (index: number, at: string) => void): void {
  section.hidden = scene.annotations.length === 0;
  const all = [...story.places, ...story.features].map(({ id, name }): [string, string] => [id, `${name} (${id})`]);
  section.replaceChildren(
    make('h3', { textContent: 'Texts on the map' }),
    make('p', { textContent: 'A text stands at a place or an area. Drag it to another on the map, or choose one here.' }),
    ...scene.annotations.map(({ at, text }, index) => {
      const select = make('select', {});
      setOptions(select, all, at);
      const move = make('button', { type: 'button', textContent: 'Move', onclick: () => onMove(index, select.value) });
      return make('label', {}, text.join(' '), make('div', { className: 'row' }, select, move));
    }),
  );
}
