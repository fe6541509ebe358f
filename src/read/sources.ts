import type { Source } from '../story.ts';
import type { Report } from './report.ts';
import { sourcesFile } from './schema.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

export interface SourceList {
  sources: Source[];
  /** Null where there is no file. */
  located: Located | null;
}

/** What is not known of a source is left out by the editor, and null here: nothing is invented. */
export function readSources(source: SourceText, report: Report): SourceList | null {
  const located = parseYaml(source, 0, source.text.length, report);
  if (located.value === undefined) return null;
  const entries = validate(sourcesFile, located, report);
  if (!entries) return null;
  const sources = Object.entries(entries).map(
    ([id, entry]): Source => ({
      id,
      title: entry.title,
      publisher: entry.publisher ?? null,
      date: entry.date ?? null,
      address: entry.address ?? null,
      licence: entry.licence ?? null,
      licenceAddress: entry['licence-address'] ?? null,
      credit: entry.credit ?? null,
      short: entry.short ?? null,
    }),
  );
  return { sources, located };
}
