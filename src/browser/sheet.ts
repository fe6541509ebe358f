import { createChart } from '../graphics/charts/live.ts';
import type { Size } from '../scene/camera.ts';
import { chartBox } from '../scene/grid.ts';
import type { Chart, Scene, Story } from '../story.ts';
import { mayMove } from './clock.ts';

/** Room that a chart's title, caption and source line take above and below its drawing, px. */
const frameworkPx = { desktop: 150, tablet: 120, phone: 34 } as const;

/** Longest any chart's change takes: what a step waits for before it counts as settled, ms. */
const changeMs = 1200;
const fadeMs = 400;

export interface Sheet {
  show(scene: Scene, visible: Size, cardPx: number, done: () => void): () => void;
  hide(done: () => void): () => void;
  /** The settled state at once: shown where the scene has a chart, gone where it has none. */
  cut(scene: Scene, visible: Size, cardPx: number): void;
}

/** The paper that slides over the map for a chart: title, caption, drawing, source. */
export function createSheet(stage: HTMLElement, story: Story): Sheet {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, parent: HTMLElement): HTMLElementTagNameMap[K] => {
    const element = parent.appendChild(stage.ownerDocument.createElement(tag));
    element.className = className;
    return element;
  };
  const sheet = make('div', 'sheet', stage);
  const graphic = make('div', 'graphic', sheet);
  const title = make('p', 'chart-title', graphic);
  const caption = make('p', 'chart-caption', graphic);
  const canvas = make('div', 'chart-canvas', graphic);
  const foot = make('div', 'chart-foot', graphic);
  const source = make('span', 'source', foot);
  const data = make('button', 'open-data', foot);
  data.type = 'button';
  data.tabIndex = -1;
  data.textContent = 'Data';
  const chart = createChart(canvas, { facts: story.facts, locale: story.locale, motion: mayMove });

  const write = (own: Chart) => {
    title.textContent = own.title;
    caption.textContent = own.caption;
    source.textContent = own.source;
  };
  const place = (visible: Size, cardPx: number) => {
    const { left, top, width, height, form } = chartBox(visible, cardPx);
    const centred = form === 'desktop';
    Object.assign(graphic.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: centred ? `${visible.height / 2}px` : `${top}px`,
      translate: centred ? '0 -50%' : '',
    });
    const kind = form === 'desktop' ? 'desk' : form === 'tablet' ? 'tab' : 'phone';
    return { width, height: Math.max(160, height - frameworkPx[form]), kind, phone: form === 'phone' } as const;
  };
  const after = (ms: number, done: () => void) => {
    const timer = setTimeout(done, mayMove() ? ms : 0);
    return () => clearTimeout(timer);
  };

  return {
    show(scene, visible, cardPx, done) {
      if (!scene.chart) return () => {};
      const wasOn = sheet.classList.contains('on');
      write(scene.chart);
      chart.show(scene.chart, place(visible, cardPx), wasOn || mayMove() ? 'animate' : 'cut');
      sheet.classList.add('on');
      return after(changeMs, done);
    },
    hide(done) {
      sheet.classList.remove('on');
      return after(fadeMs, done);
    },
    cut(scene, visible, cardPx) {
      sheet.classList.toggle('on', scene.chart !== null);
      if (!scene.chart) return;
      write(scene.chart);
      chart.show(scene.chart, place(visible, cardPx), 'cut');
    },
  };
}
