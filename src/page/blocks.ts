import { chartMarkup } from '../graphics/charts/index.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import type { AsideBlock, ChartBlock, Content, ImageBlock, QuoteBlock, Story, VideoBlock } from '../story.ts';
import type { PageFiles } from './article.ts';
import { chartFoot, spoken } from './chart-figure.ts';
import { own } from './own-words.ts';

/** In a card, or between steps over the whole page. */
type Room = 'card' | 'page';

/** What a picture may take at most, px, and what stands beside it on a screen that is narrower. */
const rooms = { card: { width: 460, height: 440, beside: 66 }, page: { width: 1120, height: 820, beside: 40 } } as const;

/** Content as markup: complete with no script. */
export function contentMarkup(content: readonly Content[], story: Story, files: PageFiles, room: Room): string {
  return content.map((one) => markupOf(one, story, files, room)).join('');
}

function markupOf(one: Content, story: Story, files: PageFiles, room: Room): string {
  switch (one.kind) {
    case 'prose':
      return one.html;
    case 'image':
      return imageFigure(one, files, room);
    case 'video':
      return videoFigure(one, story, files, room);
    case 'quote':
      return quoteFigure(one, story);
    case 'aside':
      return asideBox(one, room);
    case 'chart':
      return chartBlock(one, story, files);
  }
}

/** Its size on the page where there is room: known before it comes, so that nothing moves when it does. */
function shownSize({ width, height }: { width: number; height: number }, room: Room): { width: number; height: number } {
  const scale = Math.min(1, rooms[room].width / width, rooms[room].height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function imageFigure(image: ImageBlock, files: PageFiles, room: Room): string {
  const { webp, jpeg } = files.picture(image);
  const { width, height } = shownSize(image, room);
  const { beside } = rooms[room];
  const sources = webp.map(({ path, width: px }) => `${path} ${px}w`).join(', ');
  const sizes = `(max-width:${width + beside}px) calc(100vw - ${beside}px), ${width}px`;
  return (
    `<figure class="media"><picture><source type="image/webp" srcset="${esc(sources)}" sizes="${sizes}">` +
    `<img src="${esc(jpeg.path)}" width="${width}" height="${height}" alt="${esc(image.alt)}" loading="lazy" decoding="async"></picture>${captionOf(image)}</figure>`
  );
}

function captionOf({ caption, credit, source }: Pick<ImageBlock, 'caption' | 'credit' | 'source'>): string {
  const line = source === null ? esc(credit) : `<a href="#source-${esc(source)}">${esc(credit)}</a>`;
  return `<figcaption>${caption ? `${esc(caption)} ` : ''}<small>${line}</small></figcaption>`;
}

/** Nothing of the film is loaded before it is played; its poster and its words stand for it, on paper the poster alone. */
function videoFigure(video: VideoBlock, story: Story, files: PageFiles, room: Room): string {
  const { width, height } = shownSize(video.poster, room);
  const type = /\.webm$/i.test(video.file) ? 'video/webm' : 'video/mp4';
  const language = esc(story.locale);
  const track =
    video.captions === null
      ? ''
      : `<track kind="captions" src="${esc(files.copy(video.captions))}" srclang="${language}" label="${own(story).captions}">`;
  const poster = esc(files.picture(video.poster).jpeg.path);
  const size = `width="${width}" height="${height}"`;
  return (
    `<figure class="media"><video controls preload="none" playsinline${video.captions === null ? ' muted' : ''} poster="${poster}" ${size} aria-label="${esc(video.alt)}">` +
    `<source src="${esc(files.copy(video.file))}" type="${type}">${track}</video>` +
    `<img class="on-paper" src="${poster}" ${size} alt="${esc(video.alt)}" loading="lazy">${captionOf(video)}</figure>`
  );
}

function quoteFigure({ text, speaker, source }: QuoteBlock, story: Story): string {
  const link = source === null ? '' : ` <a href="#source-${esc(source)}">${own(story).source}</a>`;
  return `<figure class="quote"><blockquote><p>${esc(text)}</p></blockquote><figcaption>${esc(speaker)}${link}</figcaption></figure>`;
}

/** Between steps it is a card, which notes open beside. */
function asideBox({ title, html }: AsideBlock, room: Room): string {
  return `<div class="box${room === 'page' ? ' card' : ''}" role="note"><p class="box-title">${esc(title)}</p>${html}</div>`;
}

/** Three drawings, of which the screen shows the one that fits it. */
const chartBoxes = {
  'for-page': { width: 1120, height: 560, kind: 'desk', phone: false },
  'for-tablet': { width: 680, height: 480, kind: 'tab', phone: false },
  'for-phone': { width: 350, height: 440, kind: 'phone', phone: true },
} as const;

function chartBlock({ id, chart }: ChartBlock, story: Story, files: PageFiles): string {
  const drawn = Object.entries(chartBoxes).map(
    ([form, box]) => `<div class="${form}">${chartMarkup(chart, story.facts, story, box, `${id}-${form}`)}</div>`,
  );
  return (
    `<figure class="chart-block" aria-labelledby="${id}-title"><p class="chart-title" id="${id}-title">${esc(chart.title)}</p>` +
    `<p class="chart-caption">${esc(chart.caption)}</p>${drawn.join('')}${chartFoot(chart, files.chartCsv(id), story)}` +
    `<figcaption class="sr">${spoken(chart, story)}</figcaption></figure>`
  );
}
