import { maxLatitude } from '../../scene/mercator.ts';
import type { Bounds, LngLat } from '../../story.ts';

/** Mean radius of the earth, km (IUGG). */
const earthKm = 6371.0088;
const degrees = 180 / Math.PI;

/** Side of the square that has an area, km. */
export const sideKm = (areaKm2: number): number => Math.sqrt(areaKm2);

/**
 * A field of exactly that area on the sphere, km², with a place in its middle, as high as the square's side; near the poles and
 * for continents it is pushed towards the equator, or made less high and wider. Between two parallels a sphere of radius R has
 * 2πR²(sin φ₂ − sin φ₁) (Archimedes, On the Sphere and Cylinder, I 42), of which the field takes the share of its longitudes.
 * Mercator draws it as a rectangle, and as large as anything else at its latitude: there its scale is sec φ in all directions
 * (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, formula 7-3).
 */
export function squareAround([lon, lat]: LngLat, areaKm2: number): Bounds {
  const half = Math.min(maxLatitude, (sideKm(areaKm2) / 2 / earthKm) * degrees);
  const middle = Math.max(half - maxLatitude, Math.min(maxLatitude - half, lat));
  const [south, north] = [middle - half, middle + half];
  const sines = Math.sin(north / degrees) - Math.sin(south / degrees);
  const halfLon = Math.min(180, (areaKm2 / (2 * earthKm ** 2 * sines)) * degrees);
  return [lon - halfLon, south, lon + halfLon, north];
}
