import type { Problem } from './geometry.ts';
import { quote } from './report.ts';
import type { Path } from './yaml.ts';

/** What is wrong with a position: no two numbers, or none that are degrees. */
export function pointProblem(point: unknown, path: Path): Problem | null {
  if (!Array.isArray(point) || typeof point[0] !== 'number' || typeof point[1] !== 'number')
    return {
      message: `expected [longitude, latitude], found ${Array.isArray(point) ? quote(JSON.stringify(point)) : quote(point)}`,
      path,
      ...(Array.isArray(point) && point.some((value) => typeof value === 'string') ? { cure: 'Numbers stand without quotes.' } : {}),
    };
  // A third number is the height; four whole ones are two with decimal commas.
  if (point.length > 4 || (point.length === 4 && point.every(Number.isInteger)))
    return {
      message: `expected [longitude, latitude], found ${point.length} numbers, ${quote(JSON.stringify(point))}`,
      path,
      cure: `Did you mean [${point[0]}.${point[1]}, ${point[2]}.${point[3]}]? Numbers are written with a point.`,
    };
  const [lon, lat] = point;
  const swapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  if (swapped)
    return {
      message: `expected [longitude, latitude], found [${lon}, ${lat}], which looks swapped`,
      path,
      cure: `Did you mean [${lat}, ${lon}]?`,
    };
  if (Math.abs(lat) > 90.001) return { message: `expected a latitude from -90 to 90, found ${lat}`, path, cure: degreesCure(lon, lat) };
  if (Math.abs(lon) > 180.001) return { message: `expected a longitude from -180 to 180, found ${lon}`, path, cure: degreesCure(lon, lat) };
  return null;
}

/** Metres are far from degrees both ways; one number that is too large has lost its point, or goes round the world. */
function degreesCure(lon: number, lat: number): string {
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 540)
    return `Over the antimeridian it goes on at -180. Did you mean ${Number((lon - Math.sign(lon) * 360).toFixed(6))}?`;
  if (Math.abs(lat) <= 90 !== Math.abs(lon) <= 180 && Math.max(Math.abs(lon), Math.abs(lat)) < 1e6)
    return 'Is its decimal point missing? Coordinates are degrees (WGS 84).';
  return 'Coordinates are degrees (WGS 84), not metres: in mapshaper -proj wgs84.';
}
