// npm run bench -- [--runs 3] [--only load,scroll,editor,audit,crowd] [--minutes 10] [--readme]
// Prints how fast the story is beside its own limit and beside what a template gives; .cache/bench/results.json has every figure.
// It judges nothing: it ends with 0 unless something could not be run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.mjs';
import { audit } from './audit.mjs';
import { crowd } from './crowd.mjs';
import { editorsSpeed } from './editor.mjs';
import { describeLine, openLine, phoneLine } from './link.mjs';
import { cpuSlowdown, phone, visit } from './measure.mjs';
import { buildPages, buildStory, pages, root, work } from './pages.mjs';
import { medians, ratios, table, writeIntoReadme } from './report.mjs';
import { serveSecurely } from './server.mjs';

const parts = ['load', 'scroll', 'editor', 'audit', 'crowd'];
const options = readOptions();
const startedMs = performance.now();
const problems = [];

const { results, text } = await run();
mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
console.log(`\n${text}\n\nEvery figure: .cache/bench/results.json`);
if (options.readme) {
  const written = writeIntoReadme(join(root, 'README.md'), text);
  console.log(written ? 'README.md has the table.' : 'README.md has no place for the table: <!-- bench --> … <!-- /bench -->');
}
process.exitCode = problems.length ? 1 : 0;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '3' },
        only: { type: 'string', default: parts.join() },
        minutes: { type: 'string', default: '10' },
        readme: { type: 'boolean', default: false },
      },
    });
    const only = values.only.split(',');
    const unknown = only.filter((part) => !parts.includes(part));
    if (unknown.length) throw new Error(`--only takes ${parts.join(', ')}; not ${unknown.join(', ')}`);
    const [runs, minutes] = [Number(values.runs), Number(values.minutes)];
    if (!Number.isInteger(runs) || runs < 1 || !(minutes > 0))
      throw new Error('--runs takes a whole number, --minutes a number, both above 0');
    return { ...values, only, runs, minutes };
  } catch ({ message }) {
    console.error(message);
    process.exit(2);
  }
}

async function run() {
  const loadBefore = load();
  const executablePath = (await findBrowser()) || undefined;
  // Told by this flag, the browser takes the bench's certificate at once; told by Playwright, it connects a second time first.
  const browser = await chromium.launch({ executablePath, args: ['--ignore-certificate-errors'] });
  try {
    // The editor's figures first: they are few, and the visits take what time is left.
    const editor = options.only.includes('editor') ? await attempted('the editor’s speed', () => editorsSpeed(browser)) : null;
    const wanted = options.only.includes('load') || options.only.includes('scroll');
    const visits = wanted ? await attempted('the pages', () => visitAll(browser)) : null;
    const audited = options.only.includes('audit') ? await attempted('Lighthouse', () => auditStory(browser, executablePath)) : null;
    const served = options.only.includes('crowd')
      ? await attempted('a crowd of readers', async () => crowd(browser, await buildStory(), join(work, 'crowd')))
      : null;
    const results = summary({ browser, visits: visits ?? {}, editor, audited, served, loadBefore });
    return { results, text: table({ pages, results }) };
  } finally {
    await browser.close();
  }
}

/** A failure is told at the end, beside what could be measured. */
async function attempted(what, act) {
  try {
    return await act();
  } catch (error) {
    problems.push(`${what}: ${error.message.split('\n')[0]}`);
    say(problems.at(-1));
    return null;
  }
}

/** Every page once, then every page again: what the machine does meanwhile falls on all of them alike. */
async function visitAll(browser) {
  say('building the pages');
  const server = await serveSecurely(await buildPages(browser), join(work, 'brotli'));
  const line = await openLine(server.port);
  const analyst = await browser.newPage();
  const visits = Object.fromEntries(pages.map(({ name }) => [name, []]));
  try {
    // The browser's own first steps fall on no page.
    const warm = pages.at(-1);
    await visit({ browser, analyst, base: `https://localhost:${line.port}`, kind: warm, line, server, scroll: false });
    let longestMs = 0;
    for (let i = 0; i < options.runs; i++) {
      const fromMs = performance.now();
      if (i && fromMs - startedMs + longestMs > options.minutes * 60_000) {
        say(`${i} of ${options.runs} rounds fit into ${options.minutes} minutes`);
        break;
      }
      await round({ number: i + 1, browser, analyst, server, line, visits });
      longestMs = Math.max(longestMs, performance.now() - fromMs);
    }
    return visits;
  } finally {
    await Promise.all([analyst.close(), line.close()]);
    await server.close();
  }
}

async function round({ number, browser, analyst, server, line, visits }) {
  for (const kind of pages) {
    const base = `https://localhost:${line.port}`;
    const scroll = options.only.includes('scroll');
    const figures = await attempted(`visit ${number} of ${kind.name}`, () => visit({ browser, analyst, base, kind, line, server, scroll }));
    if (!figures) continue;
    visits[kind.name].push(figures);
    const ms = (value) => (value === null ? '–' : Math.round(value));
    say(`visit ${number} of ${kind.name}: text ${ms(figures.paragraphMs)} ms, map ${ms(figures.mapMs)} ms`);
  }
}

/** Over the same secure server, and no modelled line: Lighthouse has a model of its own. */
async function auditStory(browser, executablePath) {
  const server = await serveSecurely(await buildPages(browser), join(work, 'brotli'));
  try {
    return await audit({ executablePath, address: `https://localhost:${server.port}/${pages[0].folder}/` });
  } finally {
    await server.close();
  }
}

function summary({ browser, visits, editor, audited, served, loadBefore }) {
  const measured = Object.fromEntries(Object.entries(visits).filter(([, all]) => all.length));
  const byPage = medians(measured);
  const { width, height } = phone.viewport;
  return {
    date: new Date().toISOString(),
    machine: {
      cpus: cpus().length,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      node: process.versions.node,
      browser: `Chromium ${browser.version()}`,
      loadBefore,
      loadAfter: load(),
    },
    runs: Math.max(0, ...Object.values(measured).map((all) => all.length)),
    model:
      `phone ${width} × ${height} at ${phone.deviceScaleFactor}, page thread ${cpuSlowdown} × slower (workers are not), ` +
      `HTTP/2, TLS, brotli 11, nothing cached; ${describeLine(phoneLine)}`,
    medians: byPage,
    timesLimit: ratios(byPage, 'limit'),
    timesSvgOnly: ratios(byPage, 'svg-only'),
    timesEager: ratios(byPage, 'eager'),
    editor,
    audit: audited,
    crowd: served,
    visits: measured,
    problems,
  };
}

/** Of the last minute, as the machine counts it. */
function load() {
  return Math.round(loadavg()[0] * 100) / 100;
}

function say(words) {
  console.error(`bench: ${Math.round((performance.now() - startedMs) / 1000)} s: ${words}`);
}
