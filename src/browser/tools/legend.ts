import { groundLayers, visibleAt } from '../../graphics/map/ground.ts';
import type { Role } from '../../graphics/palette.ts';
import { formatList } from '../../scene/format.ts';
import type { Story } from '../../story.ts';
import { say } from '../../words/index.ts';
import type { Stage } from '../stage.ts';
import { element } from './element.ts';

/** What is drawn as an area rather than as a line. */
const areas: Role[] = ['focus', 'water'];

/** What the map's colours and lines mean, of those that the scene draws; `show` leaves out what the zoom does not draw. */
export function createLegend(story: Story, stage: Stage): { element: HTMLElement; show(zoom: number): void } {
  const { tools } = story.words;
  const { geo, scene } = stage.view();
  const layers = groundLayers(geo, scene);
  const named = story.features.filter(({ id }) => scene.highlight.includes(id)).map(({ name }) => name);
  const names: [Role, string][] = [
    ['focus', formatList(named, story)],
    ['border-state', say(story, tools.borderState)],
    ['border-region', say(story, tools.borderRegion)],
    ['river', say(story, tools.river)],
    ['water', say(story, tools.water)],
  ];
  const legend = element('details', 'free-legend');
  legend.open = matchMedia('(min-width: 640px) and (min-height: 480px)').matches;
  legend.append(element('summary', '', say(story, tools.key)));
  const list = legend.appendChild(element('ul', ''));
  const items = names.flatMap(([role, name]) => {
    const own = layers.filter((layer) => layer.role === role);
    if (!own.length || !name) return [];
    const item = list.appendChild(element('li', ''));
    const sign = item.appendChild(element('i', areas.includes(role) ? 'area' : own.some(({ dashed }) => dashed) ? 'dashed' : ''));
    sign.style.setProperty('--colour', `var(--${role})`);
    if (role === 'focus') sign.style.setProperty('--edge', 'var(--focus-edge)');
    item.append(name);
    return [{ item, own }];
  });
  return {
    element: legend,
    show(zoom) {
      for (const { item, own } of items) item.hidden = !own.some((layer) => visibleAt(layer, zoom));
    },
  };
}
