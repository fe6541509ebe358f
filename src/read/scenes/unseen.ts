import type { Bounds } from '../../story.ts';
import { touch, withMargin } from '../bounds.ts';
import { boundsOfName, type Names } from '../names.ts';
import { quote, type Report } from '../report.ts';
import type { Path } from '../yaml.ts';
import type { Key, Lookup, SceneContext, SceneLevel } from './lookup.ts';

/** Beyond the frame by this share of its size, most screens still show what is there. */
const besideFrame = 0.1;

/** What a scene itself names and its frame leaves out of sight. What comes from `defaults` is meant for frames that show it. */
export function warnOfUnseen(lookup: Lookup, own: SceneLevel | undefined, frame: Bounds, { names, report }: SceneContext): void {
  const framed = lookup.get('frame');
  // What a slip left out of the frame is not where the editor meant it to be seen.
  if (Array.isArray(framed) && framed.some((id) => !boundsOfName(names, id))) return;
  // Nor what a frame that is wrong itself leaves out.
  if (isFrameWrong(lookup, names, report)) return;
  const seen = withMargin(frame, besideFrame);
  const isMisplaced = (id: string) => names.places.has(id) && names.broken.has(id);
  const warn = (id: string, key: Key, path: Path, how: string) => {
    const bounds = own?.spec[key] === undefined || isMisplaced(id) ? null : boundsOfName(names, id);
    if (bounds && !touch(bounds, seen))
      report.warning(
        lookup.spot(key, path),
        `expected a place or feature inside the frame, found ${quote(id)}, which is ${how} out of sight`,
        'Frame it as well, or leave it out.',
      );
  };
  lookup.get('highlight')?.forEach((id, index) => void warn(id, 'highlight', [index], 'lit'));
  lookup.get('label')?.forEach((id, index) => void warn(id, 'label', [index], 'named'));
  lookup.get('annotations')?.forEach(({ at }, index) => void warn(at, 'annotations', [index, 'at'], 'annotated'));
  const plate = lookup.get('plate');
  if (plate) warn(plate.beside, 'plate', ['beside'], 'given a plate');
}

/** Whether the frame is reported itself, or named after a place that is. */
export function isFrameWrong(lookup: Lookup, names: Names, { issues }: Report): boolean {
  const frame = lookup.get('frame');
  if (!frame) return false;
  if (Array.isArray(frame)) return frame.some((id) => names.places.has(id) && names.broken.has(id));
  const { file, line, column } = lookup.spot('frame', ['bounds' in frame ? 'bounds' : 'center']);
  return issues.some((issue) => issue.severity === 'error' && issue.file === file && issue.line === line && issue.column === column);
}
