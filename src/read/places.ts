import type { Place } from '../story.ts';
import { withoutDuplicates } from './facts.ts';
import type { Report, Spot } from './report.ts';
import { placeRow } from './schema.ts';
import { readTable } from './table.ts';
import type { SourceText } from './text.ts';

export interface PlaceList {
  places: Place[];
  spots: Map<string, Spot>;
  /** By id: where each cell of the row stands. */
  cells: Map<string, (column: string) => Spot>;
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
  return {
    places,
    cells: new Map(rows.map(({ value, spot }) => [value.id, spot])),
    spots: new Map(rows.map(({ value, spot }) => [value.id, spot('id')])),
    broken: table.broken,
    lost: table.lost || rows.length < table.rows.length,
  };
}
