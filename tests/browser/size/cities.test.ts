import { expect, test } from 'vitest';
import { createNaming, findCities, fold, nearCity, readCities } from '../../../src/browser/size/cities.ts';

const cities = readCities();
const naming = createNaming('en-GB');
const found = (typed: string) => findCities(cities, typed, naming).map(naming);

test('the list holds the world’s capitals and large cities, each at a place and in a country that has a name', () => {
  expect(cities.length).toBeGreaterThan(2000);
  expect(cities.filter(({ name, at: [lon, lat] }) => !name || !(Math.abs(lon) <= 180 && Math.abs(lat) < 80))).toEqual([]);
  expect(cities.filter((city) => naming(city).endsWith(`, ${city.country}`))).toEqual([]);
  expect(new Set(cities.map(({ country }) => country)).size).toBeGreaterThan(190);
});

test('what is typed need not have the marks that a name has', () => {
  expect(found('sao p')[0]).toBe('São Paulo, Brazil');
  expect(found('LODZ')).toEqual(['Łódź, Poland']);
  expect(fold('N’Djamena')).toBe('ndjamena');
});

test('the whole name comes before its beginning, and the larger city before the smaller', () => {
  expect(found('london')).toEqual(['London, United Kingdom', 'London, Canada', 'East London, South Africa']);
  expect(found('paris fr')).toEqual(['Paris, France']);
  expect(found('no such place')).toEqual([]);
});

test('Crimea’s cities are Ukraine’s, and cities have the names that they have by now', () => {
  expect(found('Sevastopol')).toEqual(['Sevastopol, Ukraine']);
  expect(found('Simferopol')).toEqual(['Simferopol, Ukraine']);
  expect(found('Kyiv')).toEqual(['Kyiv, Ukraine']);
  expect(found('Odesa')[0]).toBe('Odesa, Ukraine');
  expect(found('Astana')[0]).toBe('Astana, Kazakhstan');
});

test('the first city is the one that the reader’s clock is set by, or the largest', () => {
  expect(nearCity(cities, 'America/Sao_Paulo')?.name).toBe('São Paulo');
  expect(nearCity(cities, 'America/Argentina/Buenos_Aires')?.name).toBe('Buenos Aires');
  expect(nearCity(cities, 'UTC')).toBe(cities[0]);
});
