// Draws the pictures and the film of tests/fixtures/blocks anew: node tests/tools/draw-media.mjs
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../browser/find-browser.mjs';

const folder = 'tests/fixtures/blocks/media';

/** The same numbers in every run. */
let seed = 7;
const random = () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

/** A jetty that no longer reaches the water. */
function jetty(width, height) {
  const horizon = height * 0.42;
  const shore = height * 0.5;
  const cracks = Array.from({ length: 150 }, () => {
    const y = shore + (height - shore) * random() ** 0.7;
    const near = (y - shore) / (height - shore);
    const x = random() * width;
    const length = 14 + 90 * near;
    return `M${x} ${y}l${length * (random() - 0.5)} ${length * 0.3 * random()}l${length * (random() - 0.5)} ${length * 0.3 * random()}`;
  });
  const posts = Array.from({ length: 9 }, (_, i) => {
    const t = i / 8;
    const x = width * (0.16 + 0.42 * t ** 0.8);
    const y = height * (0.9 - 0.34 * t ** 0.7);
    const w = 22 * (1 - t) + 6;
    return `<rect x="${x}" y="${y - 150 * (1 - 0.72 * t)}" width="${w}" height="${150 * (1 - 0.72 * t)}" fill="#4a4038"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#9fb6c2"/><stop offset="1" stop-color="#e9dfcf"/></linearGradient>
<linearGradient id="mud" x2="0" y2="1"><stop stop-color="#b9a488"/><stop offset="1" stop-color="#84694b"/></linearGradient></defs>
<rect width="${width}" height="${horizon}" fill="url(#sky)"/>
<path d="M0 ${horizon}L${width * 0.2} ${horizon * 0.78}L${width * 0.38} ${horizon * 0.92}L${width * 0.6} ${horizon * 0.7}L${width * 0.82} ${horizon * 0.9}L${width} ${horizon * 0.8}V${horizon}Z" fill="#7d8f94"/>
<rect y="${horizon}" width="${width}" height="${shore - horizon}" fill="#8fb0be"/>
<rect y="${shore}" width="${width}" height="${height - shore}" fill="url(#mud)"/>
<path d="${cracks.join('')}" fill="none" stroke="#5e4a35" stroke-width="2.5"/>
${posts.join('')}
<path d="M${width * 0.13} ${height * 0.76}L${width * 0.585} ${height * 0.505}l${width * 0.02} ${height * 0.006}L${width * 0.22} ${height * 0.8}Z" fill="#6d5c4b"/>
<path d="M${width * 0.68} ${height * 0.72}q${width * 0.1} ${height * 0.09} ${width * 0.22} 0l-${width * 0.025} ${height * 0.07}h-${width * 0.165}Z" fill="#9b4a1c"/>
<path d="M${width * 0.68} ${height * 0.72}q${width * 0.1} ${height * 0.03} ${width * 0.22} 0" fill="none" stroke="#e9dfcf" stroke-width="6"/></svg>`;
}

/** The board that the water is read from. */
function gauge(width, height) {
  const marks = Array.from(
    { length: 13 },
    (_, i) =>
      `<rect x="${width * 0.4}" y="${height * (0.08 + 0.06 * i)}" width="${width * (i % 2 ? 0.09 : 0.16)}" height="${height * 0.012}" fill="#20262a"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#c9cfd0"/>
<rect y="${height * 0.86}" width="${width}" height="${height * 0.14}" fill="#7fa0ad"/><rect x="${width * 0.38}" width="${width * 0.24}" height="${height * 0.9}" fill="#f3f1ea"/>${marks.join('')}
<rect x="${width * 0.36}" y="${height * 0.3}" width="${width * 0.28}" height="${height * 0.014}" fill="#a15501"/></svg>`;
}

const drawn = (svg) => sharp(Buffer.from(svg));
await drawn(jetty(1800, 1200)).jpeg({ quality: 70, mozjpeg: true }).toFile(`${folder}/jetty.jpg`);
// As a camera that was held upright leaves it: on its side, with a note to turn it.
await drawn(gauge(900, 1200))
  .rotate(-90)
  .withMetadata({ orientation: 6 })
  .jpeg({ quality: 70, mozjpeg: true })
  .toFile(`${folder}/gauge.jpg`);
await drawn(jetty(1280, 720)).webp({ quality: 70 }).toFile(`${folder}/water.webp`);
writeFileSync(`${folder}/water.webm`, await film());

/** Two seconds of waves, recorded from a canvas. */
async function film() {
  const browser = await chromium.launch({ executablePath: (await findBrowser()) || undefined, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(12), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 60_000 });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    const begun = performance.now();
    while (performance.now() - begun < 2000) {
      const t = (performance.now() - begun) / 1000;
      context.fillStyle = '#8fb0be';
      context.fillRect(0, 0, 320, 180);
      context.fillStyle = '#6f94a4';
      for (let row = 0; row < 6; row++) context.fillRect(((t * 30 + row * 57) % 380) - 60, 20 + row * 27, 60, 6);
      await new Promise((next) => setTimeout(next, 80));
    }
    await new Promise((done) => {
      recorder.onstop = done;
      recorder.stop();
    });
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  await browser.close();
  return Buffer.from(base64, 'base64');
}
