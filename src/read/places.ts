import type { Place } from '../story.ts';
import { withoutDuplicates } from './facts.ts';
import { quote, type Report, type Spot } from './report.ts';
import { placeRow } from './schema.ts';
import { standsSwapped } from './swapped.ts';
import { readTable, type TableRow } from './table.ts';
import type { SourceText } from './text.ts';

export interface PlaceList {
  places: Place[];
  spots: Map<string, Spot>;
  broken: Set<string>;
  /** Whether a row has lost its id. */
  lost: boolean;
}

export function readPlaces(source: SourceText, decimalComma: boolean, report: Report): PlaceList {
  const table = readTable(source, placeRow, report, { columns: ['lon', 'lat'], decimalComma });
  const rows = withoutDuplicates(table.rows, report);
  const places = rows.map(({ value }): Place => {
    const { id, name, local, lang, lon, lat, kind } = value;
    return { id, name, local: local && local !== name ? local : null, lang: lang || null, at: [lon, lat], kind: kind || 'town' };
  });
  for (const [index, { spot }] of rows.entries()) checkSwapped(places, index, table.broken, spot, report);
  return {
    places,
    spots: new Map(rows.map(({ value, spot }) => [value.id, spot('id')])),
    broken: table.broken,
    lost: table.lost || rows.length < table.rows.length,
  };
}

/** A place far from all others, which swapped would lie among them. */
function checkSwapped(places: Place[], index: number, broken: Set<string>, spot: TableRow<unknown>['spot'], report: Report): void {
  const place = places[index];
  const others = places.filter((other) => other !== place).map(({ at }) => at);
  if (!place || !standsSwapped(place.at, others)) return;
  const [lon, lat] = place.at;
  broken.add(place.id);
  report.error(
    spot('lon'),
    `expected ${quote(place.name)} among the other places, found longitude ${lon} and latitude ${lat}, which look swapped`,
    `Did you mean longitude ${lat}, latitude ${lon}?`,
  );
}
