import type { Geography } from '../../graphics/map/geography.ts';
import { type Camera, fitBounds, type Padding, type Size } from '../../scene/camera.ts';
import { factValue, formatFact, formatNumber } from '../../scene/format.ts';
import type { Fact, Scene, Story } from '../../story.ts';
import { say } from '../../words/index.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { element } from '../tools/element.ts';
import type { createMap } from '../tools/explore.ts';
import type { createFreeMap, FreeGround, FreeMap } from '../tools/free-map.ts';
import { type City, createNaming, findCities, nearCity, readCities } from './cities.ts';
import { createCombobox } from './combobox.ts';
import { createDrawnGround } from './drawn.ts';
import { createSizeOverlay } from './overlay.ts';
import css from './size.css?inline';
import { sideKm, squareAround } from './square.ts';

export interface SizeGround extends FreeGround {
  show(scene: Scene): void;
  look(camera: Camera): void;
}

/** What the script of the reader's tools has already, so that no second copy of it is loaded. */
export interface SizeOptions {
  button: HTMLElement;
  page: Page;
  stage: Stage;
  /** An area in km² that has a number. */
  fact: Fact;
  createFreeMap: typeof createFreeMap;
  createMap: typeof createMap;
  /** The city that it lay over when the graphics card forgot the map: it is drawn without one. */
  lost?: City;
}

/** Lays a story's area, to scale, over a city that the reader picks, on a map that they may move. */
export async function openSize(options: SizeOptions): Promise<void> {
  const { button, page, createFreeMap } = options;
  const map = createFreeMap(page, button, page.story.words.tools.size);
  try {
    await layOver(map, options);
  } catch (error) {
    map.close();
    throw error;
  }
}

async function layOver(map: FreeMap, options: SizeOptions): Promise<void> {
  const { page, stage, fact, lost, createMap } = options;
  const { story, root, signal } = page;
  const step = root.dataset.step;
  const cities = readCities();
  const first = lost ?? nearCity(cities, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (!first) return map.close();
  addSizeStyles();
  const area = factValue(fact) ?? 0;
  const world = worldOf(stage.view().geo);
  const sceneOf = (city: City, { zoom }: Camera) => sceneAround(city, world, stage.view().scene, zoom < roughZoom);
  const cameraOf = (city: City) => fitBounds(squareAround(city.at, roomSides ** 2 * area), map.size(), paddingOf(map.size(), story.rtl));
  const view = { scene: sceneOf(first, cameraOf(first)), camera: cameraOf(first), geo: world };
  let shown = first;
  const drawnAgain = () => {
    map.close();
    void openSize({ ...options, lost: shown });
  };
  const drawn = () => createDrawnGround(map.container, world, view.scene);
  const ground: SizeGround = lost ? drawn() : await createMap(page, { ...stage, view: () => view }, map.container, drawnAgain).catch(drawn);
  if (signal.aborted || map.left.aborted || root.dataset.step !== step) {
    ground.destroy();
    return map.close();
  }
  map.view.classList.add('sized');
  const overlay = createSizeOverlay(ground.outer, cities);
  const panel = createPanel(story, fact, area);
  let far = false;
  const show = (city: City) => {
    shown = city;
    overlay.show(squareAround(city.at, area), formatFact(fact, story), city);
    ground.show(sceneOf(city, cameraOf(city)));
    ground.look(cameraOf(city));
    panel.say(naming(city));
  };
  const naming = createNaming(story.locale);
  const leaving = map.begin(ground, (camera, size) => {
    overlay.place(camera, size);
    if (far === camera.zoom < roughZoom) return;
    far = !far;
    ground.show(sceneOf(shown, camera));
  });
  const { element: field, input } = createCombobox<City>({
    label: say(story, story.words.tools.city),
    find: (typed) => findCities(cities, typed, naming),
    name: naming,
    choose: (city) => (city ? show(city) : panel.sayNone()),
    signal: leaving,
  });
  panel.element.prepend(element('h2', '', say(story, story.words.tools.size)), field);
  map.view.append(panel.element);
  input.value = naming(first);
  show(first);
  // On a screen that is touched a field with the focus would bring the keyboard up over the map.
  (matchMedia('(hover: hover)').matches ? input : ground.focus).focus({ preventScroll: true });
}

/** The map is as wide as so many sides of the field, so that the country around tells its size. */
const roomSides = 3;

/** Nearer than this the outlines of the whole world are too coarse to say where a city's shore is: none is drawn rather than a wrong one. */
const roughZoom = 7.6;

const added = new WeakSet<CSSStyleSheet>();

function addSizeStyles(): void {
  if (document.adoptedStyleSheets.some((sheet) => added.has(sheet))) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  added.add(styles);
  document.adoptedStyleSheets.push(styles);
}

/** Layers that are drawn further out than this are the whole world's. */
const worldZoom = 3;

/** The story's map as it is drawn far from the story: what shows the wide world does so at every zoom. */
const worldOf = ({ layers, features }: Geography): Geography => ({
  features,
  layers: layers.map((shapes) =>
    shapes.layer.zoom[0] < worldZoom ? { ...shapes, layer: { ...shapes.layer, zoom: [shapes.layer.zoom[0], 24] } } : shapes,
  ),
});

/** The layers that reach a city, those of the whole world only from far: where none does, the field stands on plain land. */
function sceneAround({ at: [lon, lat] }: City, { layers }: Geography, scene: Scene, far: boolean): Scene {
  const reaching = layers.filter(
    ({ layer: { bounds, zoom } }) =>
      (far || zoom[0] >= worldZoom) && lon > bounds[0] && lat > bounds[1] && lon < bounds[2] && lat < bounds[3],
  );
  const land = reaching.some(({ layer }) => layer.kind === 'areas');
  return { ...scene, highlight: [], layers: land ? reaching.map(({ layer }) => layer.id) : [] };
}

/** What the panel and the controls leave free: beside them on a wide screen, below them on a narrow one. */
function paddingOf({ width, height }: Size, rtl: boolean): Padding {
  if (width < 640 || width < height) return { left: 16, right: 16, top: Math.min(290, height * 0.4), bottom: 60 };
  const [beside, other] = [380, 24];
  return { left: rtl ? other : beside, right: rtl ? beside : other, top: 48, bottom: 48 };
}

function createPanel(story: Story, fact: Fact, area: number) {
  const { tools, unit } = story.words;
  const panel = element('div', 'size-panel');
  const said = panel.appendChild(element('p', ''));
  said.setAttribute('role', 'status');
  panel.append(element('small', '', say(story, tools.citiesFrom, { source: 'GeoNames, CC BY 4.0' })));
  const { units = 'km' } = story;
  const length = sideKm(area) / (units === 'mi' ? 1.609344 : 1);
  const rounded = Number(length.toPrecision(2));
  const amount = formatNumber(rounded, story, rounded < 10 ? 1 : 0);
  const side = say(story, tools.side, { length: say(story, unit[units], { n: rounded, amount }) });
  const over = (city: string) => say(story, tools.overCity, { amount: formatFact(fact, story, 'both'), city });
  return {
    element: panel,
    say: (city: string) => said.replaceChildren(element('b', '', over(city)), ' ', side),
    sayNone: () => said.replaceChildren(say(story, tools.noCity)),
  };
}
