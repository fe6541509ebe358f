import { draw, type Mark } from '../marks.ts';

export const layerNames = ['field', 'parts', 'lens', 'text'] as const;
export type LayerName = (typeof layerNames)[number];

/** SVGs of one size, one over the other, so that a large field is not painted again while others change. */
export interface Layers {
  resize(width: number, height: number): void;
  paint(name: LayerName, marks: Mark[]): void;
  /** Of the whole layer: composited, not painted again. */
  fade(name: LayerName, opacity: number): void;
}

export function createLayers(element: HTMLElement): Layers {
  const svgs = new Map<LayerName, SVGSVGElement>();
  for (const name of layerNames) {
    const svg = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', `chart-layer ${name}`);
    svgs.set(name, element.appendChild(svg));
  }
  return {
    resize(width, height) {
      element.style.height = `${height}px`;
      for (const svg of svgs.values()) {
        svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
        svg.setAttribute('width', String(width));
        svg.setAttribute('height', String(height));
      }
    },
    paint(name, marks) {
      const svg = svgs.get(name);
      if (svg) draw(svg, marks);
    },
    fade(name, opacity) {
      svgs.get(name)?.style.setProperty('opacity', opacity < 1 ? String(opacity) : '');
    },
  };
}
