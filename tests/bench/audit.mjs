// What Lighthouse says of the built page. Its performance score moves by a third on one page: it is printed, and never the measure of anything.
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const categories = ['accessibility', 'best-practices', 'seo', 'performance'];

/** @returns scores from 0 to 100 by category, and the titles of what fails in the first three */
export async function audit({ executablePath, address }) {
  const chrome = await chromeLauncher.launch({
    chromePath: executablePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--ignore-certificate-errors', '--disable-background-networking'],
    logLevel: 'silent',
  });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: categories, logLevel: 'silent' });
    const scores = Object.fromEntries(categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]));
    const failing = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary');
    return { scores, failing: failing.map(({ title }) => title) };
  } finally {
    await chrome.kill();
  }
}
