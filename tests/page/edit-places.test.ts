import { expect, test } from 'vitest';
import { addPlace, movePlace } from '../../src/page/edit/places-table.ts';
import { openText } from '../../src/page/edit/text-file.ts';

const place = { id: 'rome', name: 'Rome', at: [12.48231, 41.9] as [number, number] };

function added(bytes: Uint8Array, what = place): Uint8Array | null {
  const file = openText(bytes);
  const splice = file && addPlace(file.text, what);
  return splice ? file.splice([splice]) : null;
}

function moved(text: string, id = 'rome'): string | null {
  const file = openText(Buffer.from(text));
  const splices = file && movePlace(file.text, id, place.at);
  return splices ? Buffer.from(file.splice(splices)).toString() : null;
}

const addedTo = (text: string, what = place) => Buffer.from(added(Buffer.from(text), what) ?? []).toString();

test('a new row is written as the others are', () => {
  expect(addedTo('id,name,lon,lat\na,A,1,2\n')).toBe('id,name,lon,lat\na,A,1,2\nrome,Rome,12.4823,41.9\n');
  expect(addedTo('lat;lon;kind;name;id\n2;1;town;A;a\n')).toBe('lat;lon;kind;name;id\n2;1;town;A;a\n41.9;12.4823;;Rome;rome\n');
  expect(addedTo('id;name;lon;lat\na;A;1,5;2\n')).toBe('id;name;lon;lat\na;A;1,5;2\nrome;Rome;12,4823;41,9\n');
  expect(addedTo('id\tname\tlon\tlat\tkind\na\tA\t1\t2\t\n')).toBe('id\tname\tlon\tlat\tkind\na\tA\t1\t2\t\nrome\tRome\t12.4823\t41.9\t\n');
  expect(addedTo('"id","name","lon","lat"\n"a","A","1","2"\n')).toBe(
    '"id","name","lon","lat"\n"a","A","1","2"\n"rome","Rome","12.4823","41.9"\n',
  );
  expect(addedTo('id,name,lon,lat\n', { ...place, name: 'Rome, "the city"' })).toBe(
    'id,name,lon,lat\nrome,"Rome, ""the city""",12.4823,41.9\n',
  );
});

test('line ends are kept, and whether the last line has one', () => {
  expect(addedTo('id,name,lon,lat\r\na,A,1,2\r\n')).toBe('id,name,lon,lat\r\na,A,1,2\r\nrome,Rome,12.4823,41.9\r\n');
  expect(addedTo('id,name,lon,lat\na,A,1,2')).toBe('id,name,lon,lat\na,A,1,2\nrome,Rome,12.4823,41.9');
  expect(addedTo('id,name,lon,lat\na,A,1,2\n\n\n')).toBe('id,name,lon,lat\na,A,1,2\nrome,Rome,12.4823,41.9\n\n\n');
});

test('the byte order mark and the encoding are kept', () => {
  const text = '\uFEFFid;name;lon;lat\r\nmünchen;München;11,58;48,14\r\n';
  const after = `${text}rome;Rome;12,4823;41,9\r\n`;
  expect(Buffer.from(added(Buffer.from(text)) ?? []).toString()).toBe(after);
  const little = Buffer.from(text, 'utf16le');
  expect(Buffer.from(added(little) ?? []).toString('utf16le')).toBe(after);
  const big = added(Buffer.from(little).swap16());
  expect(
    Buffer.from(big ?? [])
      .swap16()
      .toString('utf16le'),
  ).toBe(after);
});

test('a place that moves changes its two cells alone', () => {
  expect(moved('id,name,lon,lat\na,A,1,2\nrome,"Rome, I",1.5,  2.25\nb,B,3,4\n')).toBe(
    'id,name,lon,lat\na,A,1,2\nrome,"Rome, I",12.4823,  41.9\nb,B,3,4\n',
  );
  expect(moved('"id";"lat";"lon";"name"\r\n"rome";"-2,25";"-1,5";"Rome"\r\n')).toBe(
    '"id";"lat";"lon";"name"\r\n"rome";"41,9";"12,4823";"Rome"\r\n',
  );
  expect(moved('id,name,lon,lat\na,A,1,2\n')).toBe(null);
});

test('a table without the columns of a place is left alone', () => {
  expect(added(Buffer.from('id,name\na,A\n'))).toBe(null);
  expect(added(Buffer.from(''))).toBe(null);
});

test('bytes that are no text are left alone', () => {
  expect(openText(Buffer.from([0x69, 0x64, 0x2c, 0xff, 0xc3, 0x28]))).toBe(null);
});
