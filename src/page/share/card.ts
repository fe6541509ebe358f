import { chartMarkup } from '../../graphics/charts/index.ts';
import type { Geography } from '../../graphics/map/geography.ts';
import { layoutScenePlate } from '../../graphics/map/instruments.ts';
import { miniMap } from '../../graphics/map/mini-map.ts';
import { layoutOverlay } from '../../graphics/map/overlay.ts';
import { freeOf, type OverlayView } from '../../graphics/map/overlay-view.ts';
import { escapeHtml as esc, type Mark, toMarkup } from '../../graphics/marks.ts';
import { palette } from '../../graphics/palette.ts';
import { textWidth } from '../../graphics/text-width.ts';
import { fitBounds, type Padding, pixelOf, type Size, worldPx } from '../../scene/camera.ts';
import { formatDate } from '../../scene/format.ts';
import { thing } from '../../scene/things.ts';
import type { Chart, Scene, Source, Step, Story } from '../../story.ts';
import { say } from '../../words/index.ts';
import { seenFromLeft } from './bidi.ts';
import { type CardStyle, faces, literal } from './card-style.ts';
import { atMost, evenLines, widest } from './lines.ts';
import { cardSize, isNarrow, titleOf } from './names.ts';
import { serifWidth, tightEm } from './serif.ts';

/** Laid out this small and printed larger, so that names can still be read where a card is a hand wide. */
const size: Size = { width: 800, height: 420 };

/** Text stands left, the graphic right of it, on paper that ends in a veil; mirrored where the story is read from the right. */
const text = { left: 36, width: 316, top: 47, bottom: 388 };
const padding: Padding = { left: 392, right: 60, top: 34, bottom: 40 };
const veil = { from: 0.445, to: 0.53 };

interface Words {
  /** Over the title: what the card's step is of. */
  head: string;
  title: string;
  /** Under it: what a chart shows. */
  foot: string;
  source: string;
}

/** The card of the whole story: the cover's map. */
export function storyCard(story: Story, shapes: Geography, style: CardStyle): string {
  const words = { head: '', title: story.title, foot: '', source: sourceOf(story) };
  return svg(words, map(story.cover, story, shapes, style, true), style, story);
}

/** The card of a step: its scene, settled. */
export function stepCard(step: Step, story: Story, shapes: Geography, style: CardStyle): string {
  const { chart } = step.scene;
  const title = titleOf(step, story);
  const foot = chart && chart.title !== title ? chart.title : '';
  const words = { head: story.title, title, foot, source: chart?.sourceShort || sourceOf(story) };
  return svg(words, chart ? chartGraphic(chart, story) : map(step.scene, story, shapes, style, false), style, story);
}

function svg(words: Words, graphic: string, { css }: CardStyle, { rtl }: Story): string {
  const paper = `<rect width="${size.width}" height="${size.height}" fill="${palette.paper[0]}"/>`;
  return literal(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${cardSize.width}" height="${cardSize.height}">` +
      `<style>${esc(css)}</style>${paper}${graphic}${wordsMarkup(words, rtl)}</svg>`,
  );
}

/** The ground, the veil over the side of the words, and names and instruments over both. */
function map(scene: Scene, story: Story, geo: Geography, { capitals }: CardStyle, bare: boolean): string {
  const camera = fitBounds(scene.frame, size, padding, story.rtl);
  const view = clearOfPlate(scene, { story, geo, camera, size, padding, id: 'card', bare });
  const ground = miniMap(geo, scene, view.camera, size, view.id, { tolerancePx: 0.5 });
  const { lines, labels, instruments } = layoutOverlay(scene, view);
  const over = [...lines, ...labels, ...instruments].map((mark) => inCapitals(mark, capitals));
  return `<g class="map">${toMarkup(ground)}</g>${veilMarkup(story)}<g class="map">${toMarkup(over)}</g>${credit(story)}`;
}

/** From a place to its plate. */
const gapPx = 53;

/** A plate that finds no room beside its place would lie on it: the map then gives way to the left, as far as the place stays in sight. */
function clearOfPlate(scene: Scene, view: OverlayView): OverlayView {
  const plate = layoutScenePlate(scene, view)?.layout.box;
  const beside = scene.plate && thing(view.story, scene.plate.beside);
  if (!plate || !beside) return view;
  const [x] = pixelOf(view.camera, size, beside.at);
  const [left, , right] = freeOf(view);
  const wanted = Math.max(left + 20, right - plate.width - gapPx);
  return wanted < x ? { ...view, camera: { ...view.camera, x: view.camera.x + (x - wanted) / worldPx(view.camera) } } : view;
}

function veilMarkup({ rtl }: Story): string {
  const stop = (offset: number, opacity: number) => `<stop offset="${offset}" stop-color="${palette.paper[0]}" stop-opacity="${opacity}"/>`;
  const stops = stop(veil.from, 1) + stop((veil.from + veil.to) / 2, 0.6) + stop(veil.to, 0);
  const way = rtl ? ' x1="1" x2="0"' : '';
  return `<defs><linearGradient id="veil"${way}>${stops}</linearGradient></defs><rect width="${size.width}" height="${size.height}" fill="url(#veil)"/>`;
}

/** What the licences of the map data ask for, where the page has it too. */
function credit({ layers, source: own, sources, rtl }: Story): string {
  const used = sources.filter(({ id, short, credit }) => short && id !== own && (credit || layers.some(({ source }) => source === id)));
  if (!used.length) return '';
  const line = used.map(({ short }) => short).join(' · ');
  const width = textWidth(line, { sizePx: creditPx, weight: 400 });
  const [left, x, anchor] = rtl ? ([0, 6, 'start'] as const) : ([size.width - width - 12, size.width - 6, 'end'] as const);
  return (
    `<rect x="${left}" y="${size.height - 18}" width="${width + 12}" height="18" fill="${palette.paper[0]}" fill-opacity="0.82"/>` +
    textLine(line, { x, y: size.height - 6, sizePx: creditPx, colour: 'ink-2', anchor })
  );
}

const creditPx = 9;

function inCapitals(mark: Mark, capitals: ReadonlySet<string>): Mark {
  const classes = String(mark.attrs?.class ?? '').split(' ');
  return {
    ...mark,
    ...(mark.text && classes.some((name) => capitals.has(name)) ? { text: mark.text.toUpperCase() } : {}),
    ...(mark.children ? { children: mark.children.map((child) => inCapitals(child, capitals)) } : {}),
  };
}

/** Charts stand on the paper itself, in the middle of the room. */
function chartGraphic(chart: Chart, story: Story): string {
  const room = { left: 396, width: 368 };
  const phone = isNarrow(chart);
  const box = { width: phone ? 310 : room.width, height: size.height - 60, kind: phone ? 'phone' : 'desk', phone } as const;
  const markup = chartMarkup(chart, story.facts, story, box, 'card');
  const height = Number(/height="([\d.]+)"/.exec(markup)?.[1] ?? box.height);
  const left = room.left + (room.width - box.width) / 2;
  const top = Math.round((size.height - height) / 2);
  if (story.rtl) return `<g transform="translate(${size.width - left} ${top}) scale(-1 1)">${textsTurned(markup)}</g>`;
  return `<g transform="translate(${left} ${top})">${markup}</g>`;
}

/** In a drawing that is turned over, each text is turned back where it stands: the page does it by style. */
function textsTurned(markup: string): string {
  const ends: Record<string, string> = { start: 'end', end: 'start' };
  return markup.replace(/<text\b([^>]*)>/g, (_, attrs: string) => {
    const x = Number(/ x="([^"]*)"/.exec(attrs)?.[1] ?? 0);
    const anchor = / text-anchor="(\w+)"/.exec(attrs)?.[1] ?? 'start';
    const others = attrs.replace(/ (?:x|text-anchor)="[^"]*"/g, '');
    return `<text${others} x="${-x}" text-anchor="${ends[anchor] ?? anchor}" transform="scale(-1 1)">`;
  });
}

/** From the bottom up: the source under a rule, what a chart shows, and the title; what it is of stands at the top. */
function wordsMarkup({ head, title, foot, source }: Words, rtl: boolean): string {
  const sans = (sizePx: number) => (line: string) => textWidth(line, { sizePx, weight: 400 });
  const [heads, feet, sources] = [
    atMost(
      evenLines(head, text.width, (line) => textWidth(line, { sizePx: 12, weight: 600 })),
      2,
    ),
    atMost(evenLines(foot, text.width, sans(15)), 3),
    atMost(evenLines(source, text.width, sans(11)), 2),
  ];
  const rule = text.bottom - sources.length * 15 - 8;
  const footTop = rule - 22 - feet.length * 20 + (feet.length ? 0 : 8);
  const set = setTitle(title, heads.length ? 44 : 52, footTop - (heads.length ? text.top + heads.length * 16 : 40));
  const titleTop = footTop - set.lines.length * set.leading - 6;
  const x = rtl ? size.width - text.left : text.left;
  const stack = (lines: string[], top: number, leading: number, look: TextLook): string =>
    lines.map((line, i) => textLine(line, { ...look, x, y: top + i * leading, rtl })).join('');
  return (
    stack(heads, text.top, 16, { sizePx: 12, weight: 600, colour: 'ink-2' }) +
    stack(set.lines, titleTop + set.sizePx * 0.9, set.leading, { sizePx: set.sizePx, weight: 600, colour: 'ink', serif: true }) +
    stack(feet, footTop + 20, 20, { sizePx: 15, colour: 'ink-2' }) +
    (sources.length ? `<path d="M${x} ${rule}h${rtl ? -text.width : text.width}" stroke="${palette.rule[0]}"/>` : '') +
    stack(sources, rule + 19, 15, { sizePx: 11, colour: 'ink-3' })
  );
}

/** The title as large as it goes into the column and the height: in at most five lines, where it is not too long for that. */
function setTitle(title: string, mostPx: number, height: number): { lines: string[]; sizePx: number; leading: number } {
  const settings = [mostPx, 39, 35, 32, 29, 26, 23, 20, 17, 14].map((sizePx) => {
    const measure = (line: string) => serifWidth(line, sizePx);
    const lines = evenLines(title, text.width, measure);
    const leading = Math.round(sizePx * 1.05);
    return { lines, sizePx, leading, fits: lines.length * leading <= height && widest(lines, measure) <= text.width };
  });
  const fitting = settings.filter(({ fits }) => fits);
  const best = fitting.find(({ lines }) => lines.length <= 5) ?? fitting[0] ?? settings.at(-1);
  const { lines = [], sizePx = mostPx, leading = mostPx } = best ?? {};
  return { lines: atMost(lines, Math.max(1, Math.floor(height / leading))), sizePx, leading };
}

interface TextLook {
  sizePx: number;
  colour: keyof typeof palette;
  weight?: 400 | 600;
  serif?: boolean;
  anchor?: 'start' | 'end';
}

interface PlacedLook extends TextLook {
  x: number;
  y: number;
  /** It ends where it would begin, and its letters hang together. */
  rtl?: boolean;
}

function textLine(line: string, { x, y, sizePx, colour, weight = 400, serif = false, anchor = 'start', rtl = false }: PlacedLook): string {
  const spacing = serif && !rtl ? ` letter-spacing="${sizePx * tightEm}"` : '';
  const face = `font-family="${serif ? faces.serif : faces.sans}"${spacing}`;
  const words = rtl ? seenFromLeft(line) : line;
  return `<text x="${x}" y="${y}" ${face} font-size="${sizePx}" font-weight="${weight}" fill="${palette[colour][0]}" text-anchor="${rtl ? 'end' : anchor}">${esc(words)}</text>`;
}

/** Whose figures they are; without a source, when they are from. */
function sourceOf(story: Story): string {
  const one = story.sources.find(({ id }) => id === story.source);
  const date = one?.date ? `, ${formatDate(one.date, story)}` : '';
  return one ? say(story, story.words.page.sourceIs, { source: `${nameOf(one)}${date}` }) : story.asOf;
}

const nameOf = ({ short, publisher, title }: Source): string => short ?? publisher ?? title;
