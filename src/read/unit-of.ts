import { type Formula, FormulaProblem } from './formula.ts';
import { quote } from './report.ts';

/** The unit of a formula's value; `any` of a bare number or a ratio, null where it can't be told. */
export type Unit = string | 'any' | null;

/** Sums and differences need one unit. @throws FormulaProblem where they have two */
export function unitOf(formula: Formula, unitOfFact: (id: string) => string): Unit {
  if (formula.kind === 'number') return 'any';
  if (formula.kind === 'fact') return unitOfFact(formula.id) || null;
  const left = unitOf(formula.left, unitOfFact);
  const right = unitOf(formula.right, unitOfFact);
  if (formula.sign === '*') return product(left, right);
  if (formula.sign === '/') return quotient(left, right);
  if (left === null || right === null) return null;
  if (left !== 'any' && right !== 'any' && left !== right)
    throw new FormulaProblem(`expected one unit on both sides of "${formula.sign}", found ${quote(left)} and ${quote(right)}`, formula.at);
  return left === 'any' ? right : left;
}

/** A share of a thing is in the thing's unit. */
function product(left: Unit, right: Unit): Unit {
  const plain = (unit: Unit) => unit === 'any' || unit === '%';
  if (left === null || right === null) return null;
  if (plain(left)) return left === '%' && right === 'any' ? '%' : right;
  return plain(right) ? left : null;
}

function quotient(left: Unit, right: Unit): Unit {
  if (left === null || right === null) return null;
  if (left === right) return 'any';
  return right === 'any' || right === '%' ? left : null;
}
