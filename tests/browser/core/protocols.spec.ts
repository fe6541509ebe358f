import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, place, test } from '../story.ts';

const library = (path: string) => readFileSync(resolve(import.meta.dirname, '../../../node_modules', path), 'utf8');
/** No browser gives fonts to a frame of no origin; iframe-resizer tells the console what it is. */
const excused = /iframe-resizer|iframeResizer|console (start|end)Group|\.woff2|^console error: Failed to load resource: net::ERR_FAILED$/i;

interface Host {
  /** Script of the host, before the frame. */
  script: string;
  /** Markup in the body. */
  body: string;
  /** Run once the page is there. */
  after?: string;
}

const frame = (query = '', more = '') =>
  `<iframe id="frame" src="${place('STORY_URL')}${query}" width="600" height="150" ${more}></iframe>`;
const sized = (condition: string, height: string) =>
  `addEventListener('message',({data,source})=>{const frame=document.getElementById('frame');if(source===frame.contentWindow&&${condition})frame.style.height=${height}+'px'})`;

/** Each resizes its frame in its own way: two as the library from npm does it, the others as their documentation says they listen. */
const hosts = (): Record<string, Host> => ({
  'pym.js': {
    script: library('pym.js/dist/pym.v1.min.js'),
    body: '<div id="place"></div>',
    after: `new pym.Parent('place', '${place('STORY_URL')}?graphic=territory', {})`,
  },
  'iframe-resizer': {
    script: library('@iframe-resizer/parent/index.umd.js'),
    body: frame('?graphic=territory'),
    after: `iframeResize({ license: 'GPLv3', checkOrigin: false, log: false, waitForLoad: false }, '#frame')`,
  },
  AMP: { script: sized(`data?.sentinel==='amp'&&data.type==='embed-size'`, 'data.height'), body: frame('?graphic=territory') },
  Datawrapper: {
    script: sized(`data?.['datawrapper-height']`, `Object.values(data['datawrapper-height'])[0]`),
    body: frame('?graphic=territory'),
  },
  'the Guardian': {
    script: sized(`data?.kind==='interactive:height'`, 'data.height'),
    body: frame('?graphic=territory'),
    after: `setInterval(()=>document.getElementById('frame').contentWindow.postMessage({kind:'interactive:scroll'},'*'),200)`,
  },
  WordPress: {
    script: sized(`data?.message==='height'&&data.secret==='abc123'`, 'data.value'),
    body: frame('?graphic=territory#?secret=abc123', 'sandbox="allow-scripts" security="restricted"'),
    after: `document.getElementById('frame').contentWindow.postMessage({message:'ready',secret:'abc123'},'*')`,
  },
});

for (const name of ['pym.js', 'iframe-resizer', 'AMP', 'Datawrapper', 'the Guardian', 'WordPress']) {
  test(`${name} gives the frame the height that the graphic has`, async ({ open }) => {
    const { script, body, after = '' } = hosts()[name] as Host;
    const page = await open({ address: 'about:blank', excused });
    const file = `${name.replace(/\W+/g, '-')}.html`;
    writeFileSync(
      join(place('HOST_FOLDER'), file),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,"><body><script>${script.replaceAll('</script', '<\\/script')}</script>${body}<script>${after}</script></body></html>`,
    );
    await page.goto(`${place('HOST_URL')}${file}`);
    const inside = () => page.frames().find((one) => one.parentFrame());
    const wanted = () =>
      inside()?.evaluate(() => Math.round(document.querySelector('.step.now figure')?.getBoundingClientRect().height ?? -1));
    const given = () => page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0);
    // The graphic has its last height when its faces are there.
    const room = async () => (await given()) - ((await wanted()) ?? 0);
    await expect(async () => {
      expect(await room()).toBeGreaterThanOrEqual(0);
      expect(await room()).toBeLessThanOrEqual(40);
    }).toPass({ timeout: 20_000 });
    expect(await given()).toBeGreaterThan(300);
  });
}

test('a host that listens to nothing hears only plain data, and is left as it is', async ({ open }) => {
  const page = await open({ address: 'about:blank', excused });
  writeFileSync(
    join(place('HOST_FOLDER'), 'deaf.html'),
    `<!doctype html><html lang="en"><title>A host</title><link rel="icon" href="data:,"><script>self.said=[];addEventListener('message',({data})=>said.push(typeof data==='string'?data:JSON.stringify(data)))</script><body>${frame()}</body></html>`,
  );
  await page.goto(`${place('HOST_URL')}deaf.html`);
  await expect.poll(() => page.evaluate('said.length')).toBeGreaterThan(3);
  const said = (await page.evaluate('said')) as string[];
  for (const one of said) expect(one).toMatch(/^(\[7301|\{"sentinel":"amp","type":"embed-size"|\{"datawrapper-height"|\{"story":1)/);
  expect(await page.evaluate(() => document.querySelector('iframe')?.clientHeight)).toBe(150);
});
