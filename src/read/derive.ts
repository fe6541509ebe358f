import type { Fact, Qualifier } from '../story.ts';
import { evaluate, type Formula, FormulaProblem, factsIn, isSum, parseFormula } from './formula.ts';
import type { Interval } from './interval.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';
import { type Unit, unitOf } from './unit-of.ts';

export interface WrittenFact {
  fact: Fact;
  /** As it stands in the row; empty for none. */
  qualifier: string;
  spot(column: string): Spot;
}

/** Computes the facts that have a formula from those that have not, in whatever order they are written. What can't be computed joins the broken, what formulas name joins the used. */
export function derive(written: WrittenFact[], broken: Set<string>, used: Set<string>, report: Report): Fact[] {
  const byId = new Map(written.map((entry) => [entry.fact.id, entry]));
  const done = new Map<string, Fact | null>();
  const solve = (entry: WrittenFact, chain: string[]): Fact | null => {
    const { fact } = entry;
    if (broken.has(fact.id)) return null;
    if (fact.formula === null) return fact;
    if (!done.has(fact.id)) done.set(fact.id, compute(entry, [...chain, fact.id], { byId, broken, used, solve, report }));
    if (!done.get(fact.id)) broken.add(fact.id);
    return done.get(fact.id) ?? null;
  };
  return written.map((entry) => solve(entry, []) ?? entry.fact);
}

interface Solving {
  byId: ReadonlyMap<string, WrittenFact>;
  broken: Set<string>;
  used: Set<string>;
  solve(entry: WrittenFact, chain: string[]): Fact | null;
  report: Report;
}

type Problem = (message: string, at: number, cure?: string | null) => void;

/** Null where it can't be computed; why is reported once. */
function compute(entry: WrittenFact, chain: string[], solving: Solving): Fact | null {
  const { report } = solving;
  const { fact } = entry;
  const spot = entry.spot('formula');
  const problem: Problem = (message, at, cure = null) => report.error({ ...spot, column: spot.column + at }, message, cure);
  try {
    const formula = parseFormula(fact.formula ?? '');
    const inputs = collectInputs(formula, chain, solving, problem);
    if (!inputs || lacksUnit(fact, [...inputs.values()], solving)) return null;
    checkUnit(
      entry,
      unitOf(formula, (id) => inputs.get(id)?.unit ?? ''),
      report,
    );
    const interval = evaluate(formula, (id) => intervalOf(inputs.get(id) as Fact));
    const decimals = isSum(formula) ? Math.max(0, ...[...inputs.values()].map((input) => input.decimals)) : 0;
    return complete({ ...entry, fact: { ...fact, decimals } }, interval, [...inputs.values()], report);
  } catch (error) {
    if (!(error instanceof FormulaProblem)) throw error;
    problem(error.message, error.at, error.cure);
    return null;
  }
}

/** A fact without a unit from which, with shares alone beside it, one with a unit follows: the unit is forgotten. */
function lacksUnit({ id, unit }: Fact, inputs: Fact[], { byId, broken, report }: Solving): boolean {
  const [bare, ...more] = inputs.filter((input) => input.unit === '');
  const isShare = (input: Fact) => input === bare || input.unit === '%';
  if (!bare || more.length || !['km2', 'people'].includes(unit) || inputs.length < 2 || !inputs.every(isShare)) return false;
  const spot = byId.get(bare.id)?.spot('unit');
  broken.add(bare.id);
  if (spot) report.error(spot, `expected the unit ${quote(unit)}, because ${quote(id)} follows from this fact, found nothing`);
  return true;
}

function checkUnit({ fact, spot }: WrittenFact, unit: Unit, report: Report): void {
  if (unit !== null && unit !== 'any' && fact.unit && fact.unit !== unit)
    report.error(spot('unit'), `expected the unit ${quote(unit)}, which follows from the formula, found ${quote(fact.unit)}`);
}

function collectInputs(
  formula: Formula,
  chain: string[],
  { byId, broken, used, solve }: Solving,
  problem: Problem,
): Map<string, Fact> | null {
  const inputs = new Map<string, Fact>();
  let complete = true;
  for (const { id, at } of factsIn(formula)) {
    used.add(id);
    const entry = byId.get(id);
    const cyclic = chain.includes(id);
    const fact = entry && !cyclic ? solve(entry, chain) : null;
    if (!entry && !broken.has(id))
      problem(
        `expected the id of a fact, found ${quote(id)}`,
        at,
        isDifference(id, byId) ? 'A minus needs a space on both sides.' : didYouMean(id, byId.keys()),
      );
    else if (cyclic) problem(`expected facts that do not need this one, found ${quote(id)}, which does`, at);
    else if (fact?.qualifier === 'in words') problem(`expected a fact with a number, found ${quote(id)}, which is in words only`, at);
    if (fact && fact.qualifier !== 'in words') inputs.set(id, fact);
    else complete = false;
  }
  return complete ? inputs : null;
}

/** `seized-retaken` is one id, but both sides of a hyphen may be facts. */
function isDifference(id: string, byId: ReadonlyMap<string, WrittenFact>): boolean {
  return [...id.matchAll(/-/g)].some(({ index }) => byId.has(id.slice(0, index)) && byId.has(id.slice(index + 1)));
}

/** Percentages count as fractions: 40 % of 984 is 0.4 × 984. */
function intervalOf(fact: Fact): Interval {
  const factor = fact.unit === '%' ? 0.01 : 1;
  return { low: (fact.low ?? Number.NEGATIVE_INFINITY) * factor, high: (fact.high ?? Number.POSITIVE_INFINITY) * factor };
}

function complete({ fact, qualifier: written, spot }: WrittenFact, interval: Interval, inputs: Fact[], report: Report): Fact | null {
  const bound = (value: number) => (Number.isFinite(value) ? Number((value * (fact.unit === '%' ? 100 : 1)).toPrecision(12)) : null);
  const [low, high] = [bound(interval.low), bound(interval.high)];
  if (low === null && high === null) {
    report.error(spot('formula'), 'expected a result with a bound, found none: both the lower and the upper figure are open');
    return null;
  }
  const qualifier = qualifierOf(low, high, inputs);
  if (written && written !== qualifier)
    report.error(spot('qualifier'), `expected "${qualifier}", which follows from the formula, or nothing, found ${quote(written)}`);
  return { ...fact, low, high, qualifier, speaker: fact.speaker || 'derived', date: fact.date ?? latest(inputs) };
}

function qualifierOf(low: number | null, high: number | null, inputs: Fact[]): Qualifier {
  if (high === null) return 'more than';
  if (low === null) return 'less than';
  if (low !== high) return 'range';
  return inputs.some(({ qualifier }) => qualifier === 'about') ? 'about' : 'exact';
}

const latest = (facts: Fact[]): string | null =>
  facts
    .map(({ date }) => date ?? '')
    .sort()
    .at(-1) || null;
