import type { Bounds, LngLat, Place } from '../story.ts';
import type { LayerList } from './layers.ts';
import type { Report } from './report.ts';

/** A layer that holds none of the story's places as it is, but most of them when longitude and latitude change places. */
export function checkSwappedLayers({ layers, spots }: LayerList, places: Place[], report: Report): void {
  if (places.length < 2) return;
  for (const { id, file, bounds } of layers) {
    const [west, south, east, north] = bounds;
    const inside = (box: Bounds) => places.filter(({ at }) => holds(box, at)).length;
    const spot = spots.get(id);
    if (spot && inside(bounds) === 0 && inside([south, west, north, east]) * 2 > places.length)
      report.error(
        spot,
        `expected a map of the story's places, found ${file} between longitudes ${west} and ${east}, latitudes ${south} and ${north}, which look swapped`,
        'GeoJSON writes [longitude, latitude].',
      );
  }
}

function holds([west, south, east, north]: Bounds, [lon, lat]: LngLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
