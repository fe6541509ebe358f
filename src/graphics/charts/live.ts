import type { Chart, DotsChart, Fact, ShareChart } from '../../story.ts';
import { draw, type Mark } from '../marks.ts';
import { easeInOut, turnMs } from './cell-marks.ts';
import { cellGrid, turnOf } from './cells.ts';
import { type DotsState, layoutDots, settledDots } from './dots.ts';
import type { ChartBox } from './index.ts';
import { layoutShare, type ShareLayout } from './share.ts';
import { factOf } from './text.ts';

export interface ChartOptions {
  facts: Fact[];
  locale: string;
  /** Whether things may move; read at each change. */
  motion: () => boolean;
}

export interface LiveChart {
  /** Draws the chart's settled state, at once or by way of what lies between. `done` is called when it has settled. */
  show(chart: Chart, box: ChartBox, how: 'cut' | 'animate', done?: () => void): void;
  /** Where a share chart's cells stand in the element, px; null for other charts. */
  field(): ShareLayout['field'] | null;
  destroy(): void;
}

const lensMs = 900;
const blockMs = 40;
const partMs = 400;
const layers = ['field', 'parts', 'lens', 'text'] as const;

/**
 * A chart that moves between its states. All that moves is a few numbers; each frame is laid out from them anew, so
 * that whatever interrupts it, it goes on from where it is and ends in the settled state. The layers are SVGs of their
 * own, so that a large field is not painted again while a lens glides over it.
 */
export function createChart(element: HTMLElement, { facts, locale, motion }: ChartOptions): LiveChart {
  const page = element.ownerDocument;
  let stop = () => {};
  let share: ShareLayout | null = null;
  let now: { key: string; turned: number; dots: DotsState | null } = { key: '', turned: 0, dots: null };

  const paint = (name: (typeof layers)[number], marks: Mark[], width: number, height: number) => {
    let svg = element.querySelector<SVGSVGElement>(`.${name}`);
    if (!svg) {
      svg = element.appendChild(page.createElementNS('http://www.w3.org/2000/svg', 'svg'));
      svg.setAttribute('class', `chart-layer ${name}`);
    }
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    draw(svg, marks);
  };
  const size = (height: number) => {
    element.style.height = `${height}px`;
  };

  const paintShare = (chart: ShareChart, box: ChartBox, turned: number) => {
    now = { key: keyOf(chart), turned, dots: null };
    share = layoutShare(chart, facts, locale, box, turned);
    size(share.height);
    paint('field', share.marks, share.width, share.height);
    for (const name of layers.slice(1)) element.querySelector(`.${name}`)?.remove();
  };
  const paintDots = (chart: DotsChart, box: ChartBox, state: DotsState) => {
    now = { key: keyOf(chart), turned: 0, dots: state };
    share = null;
    const layout = layoutDots(chart, facts, locale, box, state, 'live-dots');
    size(layout.height);
    for (const name of layers) paint(name, layout[name], layout.width, layout.height);
  };

  const moveShare = (chart: ShareChart, box: ChartBox, end: number, done: () => void) => {
    const start = now.key === keyOf(chart) ? now.turned : end;
    if (start === end) return finish(() => paintShare(chart, box, end), done);
    const whole = factOf(facts, chart.whole);
    const grid = cellGrid(whole.high ?? whole.low ?? 1);
    const ms = turnMs(grid, turnOf(factOf(facts, chart.part), whole, grid));
    stop = run(page, ms * Math.abs(end - start), (t) => paintShare(chart, box, start + (end - start) * t), done);
  };
  const moveDots = (chart: DotsChart, box: ChartBox, end: DotsState, done: () => void) => {
    const start: DotsState = now.key === keyOf(chart) && now.dots ? now.dots : { ...end, appear: 0 };
    const ms = start.appear < 1 ? 12 * blockMs + partMs : Math.max(start.lens === end.lens ? 0 : lensMs, partMs);
    if (JSON.stringify(start) === JSON.stringify(end)) return finish(() => paintDots(chart, box, end), done);
    stop = run(page, ms, (t) => paintDots(chart, box, between(start, end, t)), done);
  };
  const finish = (paintIt: () => void, done: () => void) => {
    paintIt();
    done();
  };

  return {
    show(chart, box, how, done = () => {}) {
      stop();
      stop = () => {};
      const cut = how === 'cut' || !motion();
      if (chart.kind === 'share') {
        const end = chart.show === 'part' ? 1 : 0;
        if (cut) finish(() => paintShare(chart, box, end), done);
        else moveShare(chart, box, end, done);
      } else if (cut) finish(() => paintDots(chart, box, settledDots(chart)), done);
      else moveDots(chart, box, settledDots(chart), done);
    },
    field: () => share?.field ?? null,
    destroy() {
      stop();
      element.replaceChildren();
    },
  };
}

/** Charts of one key are states of one drawing. */
const keyOf = (chart: Chart): string => `${chart.kind} ${chart.whole}`;

function between(a: DotsState, b: DotsState, t: number): DotsState {
  if (t >= 1) return b;
  const mix = (from: number, to: number) => from + (to - from) * easeInOut(t);
  // Blocks come in one after the other, so their own clock runs straight.
  return { appear: a.appear + (b.appear - a.appear) * t, parts: b.parts.map((part, i) => mix(a.parts[i] ?? 0, part)), lens: mix(a.lens, b.lens), dim: mix(a.dim, b.dim) };
}

function run(page: Document, durationMs: number, frame: (t: number) => void, done: () => void): () => void {
  const view = page.defaultView;
  if (!view) return () => {};
  const start = view.performance.now();
  let handle = view.requestAnimationFrame(function next(time) {
    const t = durationMs > 0 ? Math.min(1, Math.max(0, (time - start) / durationMs)) : 1;
    frame(t);
    if (t < 1) handle = view.requestAnimationFrame(next);
    else done();
  });
  return () => view.cancelAnimationFrame(handle);
}
