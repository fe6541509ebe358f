import { expect, test } from 'vitest';
import { figuresIn } from '../../src/read/figures.ts';

const figures = (text: string, locale = 'en') =>
  figuresIn(text, locale, ['Pobeda 2', 'Village 31']).map(({ at, end }) => text.slice(at, end));

test.each<[string, string[]]>([
  ['Russia lost 500 tanks and 1,200 soldiers.', ['500', '1,200']],
  ['In Kursk 300 houses burned.', ['300']],
  ['Some 300 people fled; 40 % stayed.', ['300', '40']],
  ['About 1900 people died.', ['1900']],
  ['More than 2000 were hurt, 2000 soldiers among them.', ['2000', '2000']],
  ['On Saturday 12 people died.', ['12']],
  ['In January 12 people died.', ['12']],
  ['It is 40km away, and 12 km2 large.', ['40', '12']],
  ['Between 5 and 6 million people.', ['5', '6 million']],
  ['The force of 10-12 thousand.', ['10', '12 thousand']],
  ['It cost $1.5m, or €2 billion.', ['1.5m', '2 billion']],
  ['A 24-hour curfew for 9-year-olds.', ['24']],
  ['Temperatures of -12 °C and 30 degrees.', ['12', '30']],
  ['The 12 towns, the 2 rivers and 3 lakes.', ['12', '2', '3']],
  ['Up to 40 drones; at least 7 fell.', ['40', '7']],
  ['The front is 1,000 kilometres long in 2024.', ['1,000']],
  ['A ratio of 3 to 1.', ['3', '1']],
  ['They sold 2200 in 2199.', ['2200']],
  ['It weighs 1500.5.', ['1500.5']],
  ['They sold 1,500.', ['1,500']],
  ['A march of 2000 km in 1934.', ['2000']],
  ['It is 1500 years since then.', ['1500']],
  ['It cost $ 1999.', ['1999']],
  ['With $5 in 1999.', ['5']],
  ['In Kursk 3000 fled.', ['3000']],
])('%j has the figures %j', (text, expected) => {
  expect(figures(text)).toEqual(expected);
});

test.each([
  'He was born in 1985 and died on 3 May 2024.',
  'From 2014 to 2016, in mid-2024, pre-2014, since 1945, by 2030.',
  'By Jan. 11, on Jan 11, 2025, on the 11th of January, on 11th January and on May 3.',
  'The 2024 budget, the 2025–26 season, the winter of 2024–25, the ’90s and the 1800s.',
  'The M14 road, the E40, Su-34s, an MQ-9, a Boeing 747 and the A320.',
  'The 155th Brigade, the 2nd Army and Unit 731.',
  'Resolution 2334, Article 5, Annex 4, Chapter 7, Room 101, Day 3, Part 2.',
  'In Pobeda 2 and in Village 31 nothing happened.',
  'See page 12, pp. is not checked; figure 3, table 4, step 5, section 6 and number 7.',
  'It was 14:30 GMT, 2.30pm, 9am, 12 p.m. and 5 o’clock.',
  'Version 2.1.3 of 2025-01-11T10:00.',
  '(1) first, (2) second.',
  '1. first',
  'Follow @user12 or #tag34, or write to a1@b2.org, https://a.org/12/34.',
  'He drove an M1A1 and a Leopard 2.',
  'UTF-8, MP3, H5N1, CO2 and H2O.',
  'Highway 61 is closed, and Route 66 signs are sold.',
  'An iPhone 15 came.',
  'They flew to Mars 3. The rockets burned.',
  'With Soyuz 11 visited, Apollo 13 offered help; Apollo 13 proof was lost.',
])('%j has no figures', (text) => {
  expect(figures(text)).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['de', 'Am 11. Januar 2025, im 3. Monat, um 14.30 Uhr, seit den 1990er Jahren, im Jahr 2024, Kapitel 5, der 2. Weltkrieg.', []],
  ['de', 'Am 100. Tag, im 19. Stock.', []],
  ['de', 'Sie gingen 2000 km.', ['2000']],
  ['de', 'Er flog mit Sojus 11.', []],
  ['de', 'Mit Sojus 300 flogen sie. Etwa 300.', ['300', '300']],
  ['vi', 'Ngày 3 tháng 11 năm 2025.', []],
  ['de', 'Es starben 1.200 Menschen und 40,5 Prozent.', ['1.200', '40,5']],
  ['fr', 'Le 11 janvier 2025, à 14 h 30, le 1er mai, la 2e fois, en 2024, au XXe siècle.', []],
  ['fr', 'Près de 12 000 personnes, soit 40 %.', ['12 000', '40']],
  ['es', 'El 11 de enero de 2025, a las 14:30, en 2024, el artículo 5, la 2.ª vez.', []],
  ['es', 'Murieron 1200 personas y 12.000 huyeron.', ['1200', '12.000']],
  ['ru', '11 января 2025 года, в 14:30, в 2024 году, 155-я бригада, 90-х годов, статья 5.', []],
  ['ar-EG', 'في ١١ يناير ٢٠٢٥ وعند ١٤:٣٠، عام ١٨٧٩ وحتى ١٩١٣.', []],
  ['ar-EG', 'وفيه ١٣٧ كم³، ثم ٤٥٫٦ كم³ أو ٧٣٫٩٪.', ['١٣٧', '٤٥٫٦', '٧٣٫٩']],
  ['ru', 'Погибли 300 человек, 12 тыс. бежали.', ['300', '12 тыс.']],
  ['uk', '11 січня 2025 року, о 14:30, у 2024-му, 155-та бригада, у 1990-х, розділ 3.', []],
  ['uk', 'Загинули 300 людей, 40 % території.', ['300', '40']],
])('in %s, %j has the figures %j', (locale, text, expected) => {
  expect(figures(text, locale)).toEqual(expected);
});
