/**
 * How lines and the focus change with the zoom: one table for the SVG map and for WebGL. Each entry is a list of
 * [zoom, value] between which the value runs straight; widths in px.
 */
export type Stops = readonly (readonly [zoom: number, value: number])[];

export const lineWidths = {
  'border-state': [
    [4, 1.2],
    [6.2, 1.2],
    [7.6, 2],
  ],
  'border-region': [
    [4, 0.6],
    [6.2, 0.6],
    [7.6, 1.1],
  ],
  river: [
    [6.2, 0.8],
    [7.6, 1.5],
  ],
  edge: [
    [4, 1.6],
    [4.01, 1.4],
    [6.2, 1.4],
    [7.6, 1.8],
  ],
  band: [
    [4, 2.5],
    [6.2, 2.5],
    [7.6, 6],
  ],
} as const satisfies Record<string, Stops>;

export type LineRole = keyof typeof lineWidths;

/** Near, the band inside the edge says which area is meant, so that the ground may show through. */
export const focusOpacity: Stops = [
  [6.2, 1],
  [7.6, 0.42],
];

export const bandOpacity = 0.34;

/** Dash and gap of a border inside a country, px. */
export const regionDash = [3.5, 2] as const;

/** From this zoom the band is drawn. */
export const bandFrom = 4;

export function atZoom(stops: Stops, zoom: number): number {
  const after = stops.findIndex(([z]) => z > zoom);
  if (after === 0) return stops[0]?.[1] ?? 0;
  if (after < 0) return stops.at(-1)?.[1] ?? 0;
  const [z0, v0] = stops[after - 1] as readonly [number, number];
  const [z1, v1] = stops[after] as readonly [number, number];
  return v0 + ((v1 - v0) * (zoom - z0)) / (z1 - z0);
}
