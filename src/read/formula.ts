import { add, divide, exactly, type Interval, multiply, subtract } from './interval.ts';
import { idPattern } from './schema-values.ts';

export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'fact'; id: string; bound: 'low' | 'high' | null; at: number }
  | { kind: 'operation'; sign: '+' | '-' | '*' | '/'; left: Formula; right: Formula; at: number };

/** What is wrong with a formula and where in it. */
export class FormulaProblem extends Error {
  readonly at: number;
  readonly cure: string | null;
  constructor(message: string, at: number, cure: string | null = null) {
    super(message);
    this.at = at;
    this.cure = cure;
  }
}

interface Token {
  text: string;
  at: number;
}

/** `seized * (1 - retaken-share)`, `high(sent) - low(sent)`: ids, numbers, + - * / and parentheses. */
export function parseFormula(text: string): Formula {
  const tokens = tokenize(text);
  let next = 0;
  let depth = 0;
  const peek = () => tokens[next]?.text;
  const take = (): Token => tokens[next++] ?? { text: '', at: text.length };
  const expect = (sign: string) => {
    const token = take();
    if (token.text !== sign) throw new FormulaProblem(`expected "${sign}", found ${found(token)}`, token.at);
  };
  const chain = (signs: string, operand: () => Formula) => (): Formula => {
    let left = operand();
    while (peek() && signs.includes(peek() as string)) {
      const { text: sign, at } = take();
      left = { kind: 'operation', sign: sign as '+', left, right: operand(), at };
    }
    return left;
  };
  const value = (): Formula => {
    if (++depth > 500) throw new FormulaProblem('expected a shorter formula', 0);
    const token = take();
    if (/^\d/.test(token.text)) return { kind: 'number', value: Number(token.text) };
    if (token.text === '(') {
      const inner = sum();
      expect(')');
      return inner;
    }
    if (!idPattern.test(token.text)) throw new FormulaProblem(`expected a fact, a number or "(", found ${found(token)}`, token.at);
    if (peek() !== '(') return { kind: 'fact', id: token.text, bound: null, at: token.at };
    if (token.text !== 'low' && token.text !== 'high')
      throw new FormulaProblem(`expected low(…) or high(…), found ${found(token)}`, token.at);
    expect('(');
    const id = take();
    if (!idPattern.test(id.text)) throw new FormulaProblem(`expected a fact, found ${found(id)}`, id.at);
    expect(')');
    return { kind: 'fact', id: id.text, bound: token.text, at: id.at };
  };
  const sum = chain('+-', chain('*/', value));
  const formula = sum();
  const more = tokens[next];
  if (more) throw new FormulaProblem(`expected + - * or /, found ${found(more)}`, more.at, more.text === 'x' ? 'Write *' : null);
  return formula;
}

/** Every fact that the formula speaks of. */
export function factsIn(formula: Formula): { id: string; at: number }[] {
  if (formula.kind === 'fact') return [{ id: formula.id, at: formula.at }];
  return formula.kind === 'operation' ? [...factsIn(formula.left), ...factsIn(formula.right)] : [];
}

/** Whether facts are only added and taken off, so that the result is as exact as they are. */
export function isSum(formula: Formula): boolean {
  if (formula.kind === 'number') return Number.isInteger(formula.value);
  return formula.kind === 'fact' || ('+-'.includes(formula.sign) && isSum(formula.left) && isSum(formula.right));
}

export function evaluate(formula: Formula, lookUp: (id: string, at: number) => Interval): Interval {
  if (formula.kind === 'number') return exactly(formula.value);
  if (formula.kind === 'fact') {
    const interval = lookUp(formula.id, formula.at);
    return formula.bound ? bound(interval[formula.bound], formula) : interval;
  }
  const left = evaluate(formula.left, lookUp);
  const right = evaluate(formula.right, lookUp);
  if (formula.sign === '+') return add(left, right);
  if (formula.sign === '-') return subtract(left, right);
  if (formula.sign === '*') return multiply(left, right);
  const quotient = divide(left, right);
  if (!quotient) throw new FormulaProblem('expected a divisor that is not nought, found one that may be', formula.at);
  return quotient;
}

function bound(value: number, fact: { id: string; bound: 'low' | 'high' | null; at: number }): Interval {
  if (Number.isFinite(value)) return exactly(value);
  throw new FormulaProblem(`expected a fact with a ${fact.bound} bound, found "${fact.id}", which has none`, fact.at);
}

const found = ({ text }: Token) => (text ? `"${text}"` : 'the end');

/** Signs of spreadsheets and of print. */
const otherSigns: Record<string, string> = {
  '=': 'Leave out the =',
  '×': 'Write *',
  '·': 'Write *',
  '÷': 'Write /',
  ':': 'Write /',
  '−': 'Write -',
  '–': 'Write -',
  '%': 'A share is a fact in %, or a number such as 0.4',
};

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|[a-z][a-z0-9]*(?:-[a-z0-9]+)*|\d+(?:\.\d+)?|[-+*/()]/gy;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      const [sign = ''] = text.slice(at);
      throw new FormulaProblem(`expected a fact, a number or one of + - * / ( ), found "${sign}"`, at, otherSigns[sign] ?? null);
    }
    if (match[0].trim()) tokens.push({ text: match[0], at });
  }
  return tokens;
}
