import { expect, test } from 'vitest';
import { createReport } from '../../src/read/report.ts';
import { placeRow } from '../../src/read/schema.ts';
import { readTable } from '../../src/read/table.ts';
import { createText } from '../../src/read/text.ts';

function places(text: string, decimalComma = false) {
  const report = createReport();
  const table = readTable(createText('places.csv', text), placeRow, report, { columns: ['lon', 'lat'], decimalComma });
  const { broken, lost, columns } = table;
  const said = report.issues.map(
    ({ line, column, message, suggestion }) => `${line}:${column} ${message}${suggestion ? ` → ${suggestion}` : ''}`,
  );
  return {
    rows: table.rows.map(({ value: { id, name, lon, lat } }) => [id, name, lon, lat]),
    spots: table.rows.map(({ spot }) => ['id', 'lat', 'local'].map((column) => spot(column).column)),
    broken: [...broken],
    lost,
    columns: [...columns],
    said,
  };
}
const head = 'id,name,lon,lat';

test('columns are known in capitals, and each cell by where it stands; a cell that is not there is where its row begins', () => {
  expect(places('ID,Lat,Name,LON\naldby,50,Aldby,10\n')).toEqual({
    rows: [['aldby', 'Aldby', 10, 50]],
    spots: [[1, 7, 1]],
    broken: [],
    lost: false,
    columns: ['id', 'lat', 'name', 'lon'],
    said: [],
  });
});

test('a decimal comma is read where the language has it, the separator is another, and the column has numbers', () => {
  const row = 'id;name;lon;lat\naldby;1,5;10,25;-50,5\n';
  expect(places(row, true).rows).toEqual([['aldby', '1,5', 10.25, -50.5]]);
  expect(places(row).said).toHaveLength(2);
  expect(places(`${head}\naldby,Aldby,"10,25",50\n`, true).said).toHaveLength(1);
  for (const wrong of ['1,2,3', ',5', '5,', 'a1,5', '1,5a']) expect(places(row.replace('10,25', wrong), true).rows).toEqual([]);
});

test('a row that can’t be used is known by its id; one whose id is wrong may be any', () => {
  expect(places(`${head}\naldby,Aldby,10,200\nmerrow,Merrow,11\ntornvik,Tornvik,12,51`)).toMatchObject({
    rows: [['tornvik', 'Tornvik', 12, 51]],
    broken: ['aldby', 'merrow'],
    lost: false,
  });
  expect(places(`${head}\nAldby!,Aldby,10,50`)).toMatchObject({ broken: [], lost: true });
  expect(places('name,lon,lat\nAldby,10,50')).toMatchObject({
    rows: [],
    lost: true,
    said: ['1:1 expected the column "id", found none'],
  });
});

test('a column that is missing is told of once, one that stands there twice where it does so again', () => {
  expect(places('id,name,lon\naldby,Aldby,10\nmerrow,Merrow,11').said).toEqual(['1:1 expected the column "lat", found none']);
  expect(places('id,name,lon,lat,lat\naldby,Aldby,10,50,60')).toMatchObject({
    rows: [['aldby', 'Aldby', 10, 50]],
    said: ['1:17 expected each column once, found "lat" again'],
  });
});

test('a column of another name is read as the one that is meant, as long as that is not there', () => {
  expect(places('id,name,Longitude,lat\naldby,Aldby,10,50')).toMatchObject({
    rows: [['aldby', 'Aldby', 10, 50]],
    said: ['1:9 unknown column "Longitude", expected id, name, local, lang, lon, lat, kind → Did you mean "lon"?'],
  });
  const both = places('longitude,id,name,lon,lat\n0,aldby,Aldby,10,50');
  expect([both.rows, both.said.length]).toEqual([[['aldby', 'Aldby', 10, 50]], 1]);
  expect(places('longitude,id,name,x,lat\n10,aldby,Aldby,0,50').rows).toEqual([['aldby', 'Aldby', 10, 50]]);
});

test('a column that nobody knows is taken for the one that is missing, if there is one of each', () => {
  expect(places('id,name,lon,nord\naldby,Aldby,10,50').rows).toEqual([['aldby', 'Aldby', 10, 50]]);
  const starts = (text: string) => places(text).said.map((line) => line.replace(/,.*/, ''));
  expect(starts('id,name,lon,nord,süd\na,A,10,50,0')).toEqual([
    '1:13 unknown column "nord"',
    '1:18 unknown column "süd"',
    '1:1 expected the column "lat"',
  ]);
  expect(starts('id,name,ost,nord,lon\na,A,0,50,10')).toEqual([
    '1:9 unknown column "ost"',
    '1:13 unknown column "nord"',
    '1:1 expected the column "lat"',
  ]);
  expect(starts('id,name,lon,lat,nord\na,A,10,50,0')).toEqual(['1:17 unknown column "nord"']);
  expect(starts('id,name,ort\na,A,0')).toEqual([
    '1:9 unknown column "ort"',
    '1:1 expected the column "lon"',
    '1:1 expected the column "lat"',
  ]);
  expect(starts('id,name,lon,\na,A,10,50')).toEqual(['1:13 expected the name of a column', '1:1 expected the column "lat"']);
});

test.each([
  ['', 'found none'],
  ['aldby,Aldby,10,50', 'found "aldby,Aldby,10,50" → The first row has the names'],
  [`Places,,,\n${head}\naldby,Aldby,10,50`, 'found "Places,,," → Take off the rows above'],
  ['a|b|c', 'found "a|b|c" → Save it with commas'],
  ['a|b,c', 'found "a|b,c" → The first row has the names'],
  ['  <html><body>', 'found " <html><body>" → This is a page of the web'],
  ['<?xml version="1.0"?>\n<kml/>', 'found "<?xml version="1.0"?>" → This is a page of the web'],
  ['a <html>', 'found "a <html>" → The first row has the names'],
])('%j has no names of columns', (text, said) => {
  const { rows, lost, columns, said: all } = places(text);
  expect([rows, lost, columns, all.length]).toEqual([[], true, [], 1]);
  expect(all[0]).toContain(said);
});

test('what is no text has been told of', () => {
  for (const text of ['PK\u0003\u0004', 'a\0b', 'a\uFFFDb']) expect(places(text)).toMatchObject({ rows: [], said: [] });
  expect(places('a,PK').said).toHaveLength(1);
});
