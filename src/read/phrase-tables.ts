/**
 * The words of each language for how exact a number is, for scales and for units, as far as they are checked. Languages
 * that are not here are checked by their digits alone.
 */

/** How exact a text says that a number is. `far` claims more than any fact holds. */
export type Saying = 'more than' | 'less than' | 'about' | 'almost' | 'at least' | 'at most' | 'far';

export interface Phrases {
  /** In front of a number. */
  before: Record<Saying, string[]>;
  /** Behind it. */
  after: Partial<Record<Saying, string[]>>;
  /** Words that multiply the number in front of them; a trailing * stands for any ending. */
  scales: Record<string, number>;
  /** A unit as facts.csv has it → how the language says it. */
  units: Record<string, RegExp>;
}

const en: Phrases = {
  before: {
    'more than': [
      'more than',
      'over',
      'above',
      'upwards of',
      'in excess of',
      'greater than',
      'north of',
      'exceed',
      'exceeds',
      'exceeded',
      'exceeding',
    ],
    'less than': ['less than', 'fewer than', 'under', 'below', 'short of', 'smaller than', 'lower than'],
    about: [
      'about',
      'around',
      'roughly',
      'approximately',
      'approx.',
      'some',
      'circa',
      'ca.',
      'c.',
      'in the region of',
      'on the order of',
      'in the order of',
    ],
    almost: [
      'almost',
      'nearly',
      'just under',
      'just below',
      'just short of',
      'slightly under',
      'slightly less than',
      'close to',
      'not quite',
    ],
    'at least': ['at least', 'no less than', 'no fewer than', 'not less than', 'not fewer than', 'a minimum of', 'minimum of'],
    'at most': [
      'at most',
      'up to',
      'as many as',
      'as much as',
      'no more than',
      'not more than',
      'a maximum of',
      'maximum of',
      'no greater than',
    ],
    far: [
      'far more than',
      'much more than',
      'many more than',
      'well over',
      'well above',
      'far over',
      'way over',
      'far above',
      'far less than',
      'far fewer than',
      'much less than',
      'well under',
      'well below',
      'far below',
    ],
  },
  after: {
    'more than': ['+', 'plus'],
    about: ['-odd', 'odd', '-ish', 'ish', 'or so', 'more or less', 'or thereabouts'],
    'at least': ['or more', 'at least', 'at a minimum', 'and up'],
    'at most': ['or less', 'or fewer', 'at most', 'at the most'],
  },
  scales: {
    hundred: 100,
    thousand: 1e3,
    thousands: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
  },
  units: {
    '%': /%|\bper ?cent\b|\bpercent(age)?\b(?!\s*points?)/u,
    km2: /\bkm²|\bkm2\b|\bkm\^2|\bsq\.? ?km\b|\bsquare[- ]kilomet/u,
    miles2: /\bsquare[- ]miles?\b|\bsq\.? ?mi\b|\bmi²/u,
    years: /\byears?\b/u,
  },
};

const de: Phrases = {
  before: {
    'more than': ['mehr als', 'über', 'gut'],
    'less than': ['weniger als', 'unter'],
    about: ['etwa', 'rund', 'ungefähr', 'circa', 'zirka', 'ca.', 'schätzungsweise', 'um die'],
    almost: ['fast', 'beinahe', 'nahezu', 'knapp'],
    'at least': ['mindestens', 'wenigstens', 'zumindest', 'nicht weniger als'],
    'at most': ['höchstens', 'maximal', 'bis zu', 'nicht mehr als'],
    far: [
      'weit mehr als',
      'weit über',
      'deutlich mehr als',
      'deutlich über',
      'weit weniger als',
      'weit unter',
      'deutlich unter',
      'viel mehr als',
    ],
  },
  after: { 'at least': ['oder mehr'], 'at most': ['oder weniger'] },
  scales: {
    tausend: 1e3,
    'tsd.': 1e3,
    million: 1e6,
    millionen: 1e6,
    'mio.': 1e6,
    mio: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    'mrd.': 1e9,
    mrd: 1e9,
  },
  units: { '%': /%|prozent(?!punkt)/u, km2: /\bkm²|\bkm2\b|\bqkm\b|quadratkilomet/u, miles2: /quadratmeile/u, years: /jahr/u },
};

const fr: Phrases = {
  before: {
    'more than': ['plus de', 'au-delà de', 'plus que'],
    'less than': ['moins de', 'moins que'],
    about: ['environ', 'à peu près', 'autour de', 'quelque', 'approximativement', "de l'ordre de", 'de l’ordre de'],
    almost: ['presque', 'près de', 'pas tout à fait'],
    'at least': ['au moins', 'pas moins de', 'au minimum'],
    'at most': ['au plus', "jusqu'à", 'jusqu’à', 'pas plus de', 'au maximum'],
    far: ['bien plus de', 'beaucoup plus de', 'largement plus de', 'bien moins de'],
  },
  after: { 'at least': ['ou plus', 'au moins'], 'at most': ['ou moins', 'au plus'] },
  scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  units: { '%': /%|pour ?cents?(?!\p{L})/u, km2: /km²|km2|kilom[èe]tres? carr/u, years: /(?<!\p{L})(?:ans?|années?)(?!\p{L})/u },
};

const es: Phrases = {
  before: {
    'more than': ['más de', 'por encima de', 'más que'],
    'less than': ['menos de', 'por debajo de', 'menos que'],
    about: ['unos', 'unas', 'alrededor de', 'aproximadamente', 'en torno a', 'cosa de'],
    almost: ['casi', 'cerca de'],
    'at least': ['al menos', 'por lo menos', 'como mínimo', 'no menos de'],
    'at most': ['hasta', 'como máximo', 'a lo sumo', 'no más de'],
    far: ['mucho más de', 'muy por encima de', 'bastante más de', 'mucho menos de'],
  },
  after: { 'at least': ['o más', 'como mínimo'], 'at most': ['o menos', 'como máximo'] },
  scales: { 'mil millones': 1e9, mil: 1e3, millón: 1e6, millones: 1e6 },
  units: { '%': /%|por ?ciento/u, km2: /km²|km2|kilómetros? cuadrados?/u, years: /años?(?!\p{L})/u },
};

const ru: Phrases = {
  before: {
    'more than': ['более', 'больше', 'свыше', 'более чем', 'больше чем'],
    'less than': ['менее', 'меньше', 'менее чем', 'меньше чем'],
    about: ['около', 'примерно', 'приблизительно', 'порядка', 'ориентировочно'],
    almost: ['почти', 'без малого', 'чуть менее', 'чуть меньше'],
    'at least': ['не менее', 'не меньше', 'как минимум', 'по меньшей мере', 'минимум', 'не менее чем'],
    'at most': ['не более', 'не больше', 'до', 'максимум', 'как максимум', 'не более чем'],
    far: ['намного более', 'намного больше', 'гораздо больше', 'значительно больше', 'гораздо меньше', 'намного меньше'],
  },
  after: { 'at least': ['или более', 'или больше'], 'at most': ['или менее', 'или меньше'] },
  scales: { 'тыс.': 1e3, тыс: 1e3, 'тысяч*': 1e3, 'млн.': 1e6, млн: 1e6, 'миллион*': 1e6, 'млрд.': 1e9, млрд: 1e9, 'миллиард*': 1e9 },
  units: {
    '%': /%|процент(?!н)/u,
    km2: /км²|км2|кв\.? ?км|квадратн\p{L}* километр/u,
    miles2: /квадратн\p{L}* мил|кв\.? ?мил/u,
    years: /(?<!\p{L})(?:лет|год\p{L}*)/u,
  },
};

const uk: Phrases = {
  before: {
    'more than': ['понад', 'більше', 'більш ніж', 'більше ніж', 'більш як', 'більше як', 'більше за'],
    'less than': ['менше', 'менш ніж', 'менше ніж', 'менш як', 'менше як', 'менше за'],
    about: ['близько', 'приблизно', 'орієнтовно', 'десь', 'біля'],
    almost: ['майже', 'без малого', 'трохи менше', 'трохи менше ніж'],
    'at least': ['щонайменше', 'не менше', 'не менш ніж', 'не менше ніж', 'принаймні', 'мінімум'],
    'at most': ['щонайбільше', 'не більше', 'не більш ніж', 'не більше ніж', 'до', 'максимум'],
    far: ['значно більше', 'набагато більше', 'значно більш ніж', 'значно менше', 'набагато менше'],
  },
  after: { 'at least': ['або більше', 'чи більше'], 'at most': ['або менше', 'чи менше'] },
  scales: { 'тис.': 1e3, тис: 1e3, 'тисяч*': 1e3, 'млн.': 1e6, млн: 1e6, 'мільйон*': 1e6, 'млрд.': 1e9, млрд: 1e9, 'мільярд*': 1e9 },
  units: {
    '%': /%|відсот\p{L}*|процент\p{L}*/u,
    km2: /км²|км2|кв\.? ?км|квадратн\p{L}* кілометр/u,
    miles2: /квадратн\p{L}* мил|кв\.? ?мил/u,
    years: /(?<!\p{L})(?:рок\p{L}*|рік)/u,
  },
};

/** Of a language without an entry: signs, and what is written alike everywhere. */
export const none: Phrases = {
  before: { 'more than': [], 'less than': [], about: [], almost: [], 'at least': [], 'at most': [], far: [] },
  after: {},
  scales: {},
  units: {},
};

export const phraseTables: Record<string, Phrases> = { en, de, fr, es, ru, uk };
