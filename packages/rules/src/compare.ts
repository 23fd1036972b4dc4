import type { CompiledPack } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './fact.ts';
import type { Evaluation } from './vote.ts';

/** One past evaluation to run again. */
export interface FactSet {
  /** What it is called in the comparison, such as a decision's id. */
  id: string;
  facts: Facts;
  programme?: string | undefined;
}

/** What both rule sets said about facts they disagree on. */
export interface RuleSetChange {
  id: string;
  before: readonly Evaluation[];
  after: readonly Evaluation[];
}

/** How two rule sets differ over the facts they were run on. */
export interface RuleSetComparison {
  /** How many fact sets were run. */
  compared: number;
  /** Those on which a vote, a rule left undecided or an error differs, in the order they came. */
  changes: readonly RuleSetChange[];
}

/** Runs two rule sets over the same facts. Evaluations stand in the order of the packs; shadow votes are no change. */
export function compareRuleSets(
  before: readonly CompiledPack[],
  after: readonly CompiledPack[],
  facts: Iterable<FactSet>,
): RuleSetComparison {
  const changes: RuleSetChange[] = [];
  let compared = 0;
  for (const set of facts) {
    compared += 1;
    const change = { id: set.id, before: run(before, set), after: run(after, set) };
    if (effectOf(change.before) !== effectOf(change.after)) changes.push(change);
  }
  return { compared, changes };
}

function run(packs: readonly CompiledPack[], { facts, programme }: FactSet): readonly Evaluation[] {
  return packs.map((pack) => evaluate(pack, facts, { programme }));
}

// evaluations are ordered and their keys are written in one order, so equal effects print the same
function effectOf(evaluations: readonly Evaluation[]): string {
  return JSON.stringify(
    evaluations.map(({ votes, notEvaluable, errored }) => [
      votes,
      notEvaluable.filter(({ mode }) => mode === 'live'),
      errored,
    ]),
  );
}
