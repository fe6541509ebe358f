import type { Chart } from '../../story.ts';
import { type Drawing, drawingOf, sameDrawing, type Telling } from './drawings.ts';
import { type Channels, glide } from './glide.ts';
import type { ChartBox } from './index.ts';
import { createLayers, type Layers } from './layers.ts';
import type { ShareLayout } from './share.ts';

export interface ChartOptions extends Telling {
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

/**
 * A chart that moves between its states. All that moves is a few numbers, painted afresh at each frame, so that
 * whatever interrupts it, it goes on from where it is and ends in the settled state, the same as a cut to it draws.
 */
export function createChart(element: HTMLElement, { motion, ...telling }: ChartOptions): LiveChart {
  const view = element.ownerDocument.defaultView;
  let layers: Layers | null = null;
  let drawing: Drawing | null = null;
  let values: Channels = {};
  let shown = '';
  let frame = 0;
  let done = () => {};

  const stop = () => {
    view?.cancelAnimationFrame(frame);
    frame = 0;
  };
  const paint = (next: Channels, before: Channels | null) => {
    layers ??= createLayers(element);
    drawing?.paint(layers, next, before);
    values = next;
  };
  const cut = () => {
    if (drawing) paint(drawing.settled, null);
    done();
  };
  const move = (start: Channels) => {
    if (!drawing || !view) return cut();
    const path = glide(start, drawing.settled, drawing.pace);
    const began = view.performance.now();
    paint(start, null);
    const step = (now: number) => {
      const { values: next, settled } = path.at(Math.max(0, now - began));
      paint(next, values);
      frame = settled ? 0 : view.requestAnimationFrame(step);
      if (settled) done();
    };
    frame = view.requestAnimationFrame(step);
  };

  return {
    show(chart, box, how, then = () => {}) {
      const animated = how === 'animate' && motion();
      const wanted = JSON.stringify([chart, box, telling.language.units]);
      done = then;
      if (wanted === shown && (animated || !frame)) return frame ? undefined : then();
      stop();
      shown = wanted;
      const before = drawing && sameDrawing(drawing.chart, chart) ? drawing : null;
      drawing = drawingOf(chart, box, telling, drawing);
      layers ??= createLayers(element);
      layers.resize(drawing.width, drawing.height);
      if (!animated) return cut();
      move(before ? drawing.from(values, before.chart) : drawing.entrance);
    },
    field: () => drawing?.field ?? null,
    destroy() {
      stop();
      element.replaceChildren();
    },
  };
}
