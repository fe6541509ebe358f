import type { Scene, Story } from '../story.ts';
import { say } from '../words/index.ts';
import { formatFact, formatList } from './format.ts';
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
  const words = story.words.describe;
  const marked = names(
    labels.filter((id) => !highlight.includes(id)),
    story,
  );
  const [places, lit] = [formatList(marked, story), formatList(names(highlight, story), story)];
  const message = places && lit ? words.mapLit : places ? words.map : lit ? words.lit : words.noNames;
  return say(story, message, { places, lit });
}

function line({ from, to, label }: Scene['arcs'][number], story: Story): string {
  const words = story.words.describe;
  const [start = from, end = to] = names([from, to], story);
  return say(story, label.length ? words.lineLabel : words.line, { from: start, to: end, label: label.join(', ') });
}

function plate({ plate: own }: Scene, story: Story): string {
  const words = story.words.describe;
  if (!own) return '';
  const fact = (id: string) => story.facts.find((one) => one.id === id);
  const [area, less] = [fact(own.area), own.less ? fact(own.less) : undefined];
  const [place = own.beside] = names([own.beside], story);
  if (!area) return '';
  const whole = say(story, words.plate, { place, amount: formatFact(area, story, 'both') });
  return less ? `${whole} ${say(story, words.plateLess, { amount: formatFact(less, story) })}` : whole;
}

function lens({ lens: own }: Scene, story: Story): string {
  const [place] = own ? names([own.on], story) : [];
  return place ? say(story, story.words.describe.lens, { place }) : '';
}
