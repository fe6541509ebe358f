import type { Annotation, Arc, Lens, Plate } from '../../story.ts';
import { checkPart, lookUpFact } from '../chart.ts';
import { arcShape } from '../frame.ts';
import { checkName, pointOf } from '../names.ts';
import { plateWords } from '../plate.ts';
import { quote } from '../report.ts';
import type { Lookup, SceneContext } from './lookup.ts';

export function resolveArcs(lookup: Lookup, { names, report }: SceneContext): Arc[] {
  return (lookup.get('arcs') ?? []).flatMap((arc, index): Arc[] => {
    const ends = (['from', 'to'] as const).map((key) =>
      checkName(names, arc[key], 'place or feature', lookup.spot('arcs', [index, key]), report),
    );
    const [from, to] = [pointOf(names, arc.from), pointOf(names, arc.to)];
    if (arc.from === arc.to)
      report.error(
        lookup.spot('arcs', [index, 'to']),
        `expected another place or feature than where the line begins, found ${quote(arc.to)} again`,
      );
    if (!ends.every(Boolean) || !from || !to) return [];
    const lines = (key: 'label' | 'note') => (arc[key] ?? []).map((line, at) => lookup.fill(line, 'arcs', [index, key, at]));
    return [{ from: arc.from, to: arc.to, shape: arcShape(from, to), label: lines('label'), note: lines('note') }];
  });
}

export function resolveAnnotations(lookup: Lookup, { names, book, report }: SceneContext): Annotation[] {
  return (lookup.get('annotations') ?? []).map(({ at, text, fact }, index) => {
    checkName(names, at, 'place or feature', lookup.spot('annotations', [index, 'at']), report);
    if (fact !== undefined) lookUpFact(fact, lookup.spot('annotations', [index, 'fact']), book, report);
    return { at, text: text.map((line, row) => lookup.fill(line, 'annotations', [index, 'text', row])), fact: fact ?? null };
  });
}

export function resolvePlate(lookup: Lookup, { names, book, report }: SceneContext): Plate | null {
  const spec = lookup.get('plate');
  if (!spec) return null;
  checkName(names, spec.beside, 'place', lookup.spot('plate', ['beside']), report);
  const area = lookUpFact(spec.area, lookup.spot('plate', ['area']), book, report);
  const less = spec.less === undefined ? null : lookUpFact(spec.less, lookup.spot('plate', ['less']), book, report);
  if (!area) return null;
  if (area.unit !== 'km2')
    report.error(lookup.spot('plate', ['area']), `expected a fact in km2, found ${quote(area.id)}, which is in ${area.unit || 'no unit'}`);
  if (less) checkPart(less, area, lookup.spot('plate', ['less']), report);
  const words = plateWords(area, less, book);
  const lines = (key: 'title' | 'note') => spec[key]?.map((line, at) => lookup.fill(line, 'plate', [key, at])) ?? words[key];
  return {
    area: spec.area,
    less: spec.less ?? null,
    beside: spec.beside,
    title: lines('title'),
    note: lines('note'),
    caption: spec.caption === undefined ? words.caption : lookup.fill(spec.caption, 'plate', ['caption']),
  };
}

export function resolveLens(lookup: Lookup, { names, report }: SceneContext): Lens | null {
  const spec = lookup.get('lens');
  if (!spec) return null;
  const [on, labels] = typeof spec === 'string' ? [spec, []] : [spec.on, spec.label ?? []];
  checkName(names, on, 'place or feature', lookup.spot('lens', typeof spec === 'string' ? [] : ['on']), report);
  for (const [index, id] of labels.entries()) checkName(names, id, 'place or feature', lookup.spot('lens', ['label', index]), report);
  return { on, labels };
}
