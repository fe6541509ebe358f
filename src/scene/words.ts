/** The page's own words, one table a language. English is complete; another language may leave none out. */
export interface Words {
  moreThan: string;
  lessThan: string;
  about: string;
  almost: string;
  to: string;
  perCent: string;
  squareKilometres: string;
  squareMiles: string;
  years: string;
  people: string;
  asOf: string;
  derived: string;
  /** How exact a fact is, said in a note; by qualifier. */
  precision: Record<string, string>;
}

export const en: Words = {
  moreThan: 'more than',
  lessThan: 'less than',
  about: 'about',
  almost: 'almost',
  to: 'to',
  perCent: 'per cent',
  squareKilometres: 'square kilometres',
  squareMiles: 'square miles',
  years: 'years',
  people: 'people',
  asOf: 'As of',
  derived: 'derived',
  precision: {
    exact: 'exact',
    'as stated': 'as stated',
    about: 'about: not an exact count',
    'more than': 'a lower bound; no upper figure is given',
    'less than': 'an upper bound; no lower figure is given',
    almost: 'approximate, a little below',
    range: 'a range',
    'in words': 'in words only; no number is given',
  },
};
