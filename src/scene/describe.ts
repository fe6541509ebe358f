import type { Scene, Story } from '../story.ts';
import { formatFact } from './format.ts';
import { nameOf, thing } from './things.ts';

/** What a scene's picture shows, in plain sentences: said once to a reader who does not see it, and printed beside it. */
export function describeScene(scene: Scene, story: Story, describeChart: (chart: NonNullable<Scene['chart']>) => string): string {
  if (scene.describe) return scene.describe;
  if (scene.chart) return `${scene.chart.title}. ${describeChart(scene.chart)}`;
  const sentences = [framed(scene, story), ...scene.arcs.map((arc) => line(arc, story)), plate(scene, story), lens(scene, story)];
  return sentences.filter(Boolean).join(' ');
}

const names = (ids: string[], story: Story): string[] =>
  ids.flatMap((id) => {
    const one = thing(story, id);
    return one ? [nameOf(one)] : [];
  });

function framed({ labels, highlight }: Scene, story: Story): string {
  const marked = names(
    labels.filter((id) => !highlight.includes(id)),
    story,
  );
  const lit = names(highlight, story);
  if (!marked.length && !lit.length) return 'A map without names.';
  const what = marked.length ? `Map showing ${list(marked)}` : 'Map';
  return lit.length ? `${what}${marked.length ? ', with' : ' with'} ${list(lit)} highlighted.` : `${what}.`;
}

function line({ from, to, label }: Scene['arcs'][number], story: Story): string {
  const [start = from, end = to] = names([from, to], story);
  return `A line joins ${start} and ${end}${label.length ? `: ${label.join(', ')}` : ''}.`;
}

function plate({ plate: own }: Scene, story: Story): string {
  if (!own) return '';
  const fact = (id: string) => story.facts.find((one) => one.id === id);
  const [area, less] = [fact(own.area), own.less ? fact(own.less) : undefined];
  const [beside = own.beside] = names([own.beside], story);
  if (!area) return '';
  const whole = `Beside ${beside}, a framed field of squares, one a square kilometre, drawn to the map's scale and not as a position: ${formatFact(area, story.locale, 'both')}.`;
  return less ? `${whole} Of them ${formatFact(less, story.locale)} are empty.` : whole;
}

function lens({ lens: own }: Scene, story: Story): string {
  const [on] = own ? names([own.on], story) : [];
  return on ? `A lens enlarges ${on}.` : '';
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
