// Fonts with the characters of a text alone, without hints, as WOFF2. In a process of its own, since the page is made in one go and
// the library answers later: paths and text come in as JSON, the fonts go out as JSON, base64.
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const { paths, text } = JSON.parse(readFileSync(0, 'utf8'));
const options = { targetFormat: 'woff2', noHinting: true };
const fonts = await Promise.all(paths.map((path) => subsetFont(readFileSync(path), text, options)));
process.stdout.write(JSON.stringify(fonts.map((font) => font.toString('base64'))));
