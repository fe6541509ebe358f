// Figures of many visits in one table, for the console, for README and as JSON.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const kilobytes = (value) => (value / 1000).toFixed(1);
const megabytes = (value) => (value / 1e6).toFixed(1);
const whole = (value) => String(Math.round(value));
const shift = (value) => value.toFixed(3);

/** Rows of the table. What is often 0 has no ratio. */
const rows = [
  { key: 'loadBytes', label: 'Wire at load, KB', show: kilobytes, ratio: true },
  { key: 'loadRequests', label: 'Requests at load', show: whole },
  { key: 'fcpMs', label: 'First contentful paint, ms', show: whole, ratio: true },
  { key: 'lcpMs', label: 'Largest contentful paint, ms', show: whole, ratio: true },
  { key: 'paragraphMs', label: 'First paragraph, ms', show: whole, ratio: true },
  { key: 'mapMs', label: 'First map, ms', show: whole, ratio: true },
  { key: 'blockedMs', label: 'Thread blocked before any input, ms', show: whole },
  { key: 'loadShift', label: 'Layout shift at load', show: shift },
  { key: 'loadHeapBytes', label: 'JS heap after load, MB', show: megabytes, ratio: true },
  { key: 'endBytes', label: 'Wire at the end of the story, KB', show: kilobytes, ratio: true },
  { key: 'endRequests', label: 'Requests at the end', show: whole },
  { key: 'readFrameP50Ms', label: 'Frame when reading, p50, ms', show: whole, ratio: true },
  { key: 'readFrameP95Ms', label: 'Frame when reading, p95, ms', show: whole, ratio: true },
  { key: 'readLongTasks', label: 'Long tasks when reading', show: whole },
  { key: 'readLongestTaskMs', label: 'Longest of them, ms', show: whole },
  { key: 'flingFrameP50Ms', label: 'Frame when flinging, p50, ms', show: whole, ratio: true },
  { key: 'flingFrameP95Ms', label: 'Frame when flinging, p95, ms', show: whole, ratio: true },
  { key: 'flingLongTasks', label: 'Long tasks when flinging', show: whole },
  { key: 'flingLongestTaskMs', label: 'Longest of them, ms', show: whole },
  { key: 'scrollShift', label: 'Layout shift in the scroll', show: shift },
  { key: 'keyMedianMs', label: 'A key, median, ms', show: whole },
  { key: 'keyMaxMs', label: 'A key, longest, ms', show: whole },
  { key: 'nextMedianMs', label: 'Next step, median, ms', show: whole },
  { key: 'nextMaxMs', label: 'Next step, longest, ms', show: whole },
  { key: 'noteMedianMs', label: 'A figure’s note, median, ms', show: whole },
  { key: 'noteMaxMs', label: 'A figure’s note, longest, ms', show: whole },
  { key: 'endHeapBytes', label: 'JS heap at the end, MB', show: megabytes, ratio: true },
];

const editorRows = [
  { key: 'readyMs', label: 'Dev server ready' },
  { key: 'firstPageMs', label: 'Its first page' },
  { key: 'changeMedianMs', label: 'A change shown, median' },
  { key: 'changeMaxMs', label: 'A change shown, longest' },
  { key: 'buildMedianMs', label: 'Build, median' },
];

/** Pages beside which the story is shown in proportion. */
const others = ['limit', 'svg-only', 'eager'];

/** Medians by page and figure. */
export const medians = (visits) =>
  Object.fromEntries(
    Object.entries(visits).map(([name, all]) => [name, Object.fromEntries(keysOf(all).map((key) => [key, median(all, key)]))]),
  );

const keysOf = (all) => [...new Set(all.flatMap((figures) => Object.keys(figures)))];

/** The middle one of the numbers; of words, the last. */
function median(all, key) {
  const values = all.map((figures) => figures[key]).filter((value) => value !== null && value !== undefined);
  if (!values.length) return null;
  if (typeof values[0] !== 'number') return values.at(-1);
  const sorted = values.sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/** How many times another page's figure each page's is. */
export const ratios = (byPage, other) =>
  Object.fromEntries(
    Object.entries(byPage).map(([name, figures]) => [
      name,
      Object.fromEntries(
        Object.entries(figures)
          .map(([key, value]) => [key, ratio(value, byPage[other]?.[key])])
          .filter(([, value]) => value !== null),
      ),
    ]),
  );

const ratio = (value, other) =>
  typeof value === 'number' && typeof other === 'number' && other > 0 ? Math.round((value / other) * 1000) / 1000 : null;

export function table({ pages, results }) {
  const { medians: byPage, editor } = results;
  const names = pages.map(({ name }) => name).filter((name) => byPage[name]);
  const head = ['', ...names, ...others.map((other) => `story × ${other}`)];
  const lines = rows
    .filter(({ key }) => names.some((name) => byPage[name][key] !== undefined))
    .map((row) => [
      row.label,
      ...names.map((name) => cell(row, byPage[name][row.key])),
      ...others.map((other) => times(row, byPage, other)),
    ]);
  const about = [
    ...(names.length ? [...markdown(head, lines), ''] : []),
    ...(editor
      ? [
          ...markdown(
            ['Editor', 'ms'],
            editorRows.map(({ key, label }) => [label, whole(editor[key])]),
          ),
          '',
        ]
      : []),
    ...(results.audit ? [auditLine(results.audit), ''] : []),
    ...(results.crowd ? [...markdown(['A crowd of readers', ''], crowdLines(results.crowd)), ''] : []),
    ...notes({ pages, results, names }),
  ];
  return about.join('\n');
}

const cell = ({ show }, value) => (value === null || value === undefined ? '–' : show(value));

function times({ key, ratio: wanted }, byPage, other) {
  const value = wanted ? ratio(byPage.story?.[key], byPage[other]?.[key]) : null;
  return value === null ? '' : value.toFixed(2);
}

function markdown(head, lines) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...lines].map((line) => line[i].length)));
  const row = (line) => `| ${line.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join(' | ')} |`;
  return [
    row(head),
    `|${widths.map((width, i) => (i ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`,
    ...lines.map(row),
  ];
}

const howToRead =
  'First map: half of the pixels that the map gives to the settled screen have their colour; every load is filmed for it, at a cost that all pages share. Where WebGL is software, frames compare within a run only.';

const auditLine = ({ scores, failing }) =>
  `Lighthouse: ${Object.entries(scores)
    .map(([name, score]) => `${name} ${score}`)
    .join(', ')}${failing.length ? `; failing: ${failing.join('; ')}` : ''}.`;

const crowdLines = ({ requestsPerSecond, readersPerSecond, requests, errors, loadBytes, endBytes, seconds, connections }) => [
  [`Requests a second, nginx, ${connections} connections for ${seconds} s`, whole(requestsPerSecond)],
  ['Errors among them', errors.join('; ') || '0'],
  ['Readers a second, to the end of the story', whole(readersPerSecond)],
  ['Requests a reader', whole(requests)],
  ['Wire a reader at load, gzip, KB', kilobytes(loadBytes)],
  ['Wire a reader to the end, gzip, KB', kilobytes(endBytes)],
  ['A million readers to the end, GB', whole(endBytes / 1000)],
];

function notes({ pages, results, names }) {
  const { date, machine, runs, model, medians: byPage, problems } = results;
  const maps = names.map((name) => byPage[name].mapAtEnd && `${name} ${byPage[name].mapAtEnd}`).filter(Boolean);
  const visits = names.length ? `; medians of ${runs} cold visits, interleaved` : '';
  return [
    `${date.slice(0, 10)}${visits}. ${machine.cpus} × ${machine.cpu}, Node ${machine.node}, ${machine.browser}; load ${machine.loadBefore} before, ${machine.loadAfter} after.`,
    ...(names.length ? [`Model: ${model}.`, howToRead] : []),
    ...pages.filter(({ name }) => names.includes(name)).map(({ name, what }) => `\`${name}\`: ${what}.`),
    ...(maps.length ? [`Map at the end: ${maps.join(', ')}.`] : []),
    ...problems.map((problem) => `Not measured: ${problem}`),
  ];
}

/** Rewrites what stands between the markers; says whether there were any. */
export function writeIntoReadme(file, text) {
  if (!existsSync(file)) return false;
  const old = readFileSync(file, 'utf8');
  const markers = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;
  if (!markers.test(old)) return false;
  const paragraphs = text.replace(/\n(?!\|)(?=.)/g, '\n\n').replace(/\n{3,}/g, '\n\n');
  writeFileSync(
    file,
    old.replace(markers, (_, open, close) => `${open}\n\n${paragraphs}\n\n${close}`),
  );
  return true;
}
