import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { compilePack } from './compile.ts';
import { comparisonsOf, isComparison, isFactReference, partsOf, rightFactOf } from './condition.ts';
import { explainComparison } from './explain.ts';
import type { ComparisonTrace } from './explain.ts';
import { factOf } from './fact.ts';
import type { Facts } from './fact.ts';
import { addFinding, appliesIn, noFindings } from './findings.ts';
import type { Verdict } from './findings.ts';
import type { Condition, Pack } from './rule.ts';
import { truthOf } from './truth.ts';
import type { Truth } from './truth.ts';
import type { EvaluateOptions, Evaluation } from './vote.ts';

/** What json-rules-engine makes of a condition, and the comparisons that left it undecided. */
export interface ReferenceAnswer {
  truth: Truth;
  undecided: readonly ComparisonTrace[];
}

type EngineCondition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

/** A fact that no rule file can name: it answers where json-rules-engine cannot be asked. */
const GIVEN = '@given';

/**
 * The same as `evaluate`, by json-rules-engine itself. Slow and asynchronous: it is there to hold `evaluate` to the
 * language it claims to speak. It makes no traces.
 */
export async function evaluateReference(
  pack: Pack,
  facts: Facts,
  options: Pick<EvaluateOptions, 'programme'> = {},
): Promise<Evaluation> {
  const applicable = compilePack(pack).rules.filter((rule) => appliesIn(rule, options.programme));
  const answers = await Promise.all(
    applicable.map(({ rule }) => answerByReference(rule.conditions, facts)),
  );
  const findings = noFindings();
  for (const [i, compiled] of applicable.entries()) {
    const answer = answers[i];
    if (answer === undefined || answer.truth === 'false') continue;
    addFinding(findings, compiled, { verdict: verdictOf(answer), facts });
  }
  return findings;
}

/**
 * Asks json-rules-engine. It knows two truths only, so a comparison whose facts are missing or of the wrong type is
 * answered for it, once in favour of the condition and once against: where both runs agree, it did not matter.
 */
export async function answerByReference(
  condition: Condition,
  facts: Facts,
): Promise<ReferenceAnswer> {
  const [best, worst] = await Promise.all([
    run(given(condition, facts, true), condition, facts),
    run(given(condition, facts, false), condition, facts),
  ]);
  if (best === worst) return { truth: truthOf(best), undecided: [] };
  const undecided = isComparison(condition)
    ? [explainComparison(condition, facts)]
    : (await Promise.all(partsOf(condition).map((part) => answerByReference(part, facts)))).flatMap(
        (part) => part.undecided,
      );
  const errored = undecided.some(({ result }) => result === 'error');
  return { truth: errored ? 'error' : 'unknown', undecided };
}

function verdictOf({ truth, undecided }: ReferenceAnswer): Verdict {
  if (truth === 'error') {
    return { truth, messages: undecided.flatMap(({ message }) => message ?? []) };
  }
  return truth === 'unknown'
    ? { truth, missing: undecided.flatMap(({ missing }) => missing ?? []) }
    : { truth: 'true' };
}

/** INVARIANT: under `not` the favourable answer turns round, so both runs bound the truth from one side each. */
function given(condition: Condition, facts: Facts, answer: boolean): EngineCondition {
  if (isComparison(condition)) {
    const { result } = explainComparison(condition, facts);
    if (result === 'unknown' || result === 'error') {
      return { fact: GIVEN, operator: 'equal', value: answer };
    }
    const { fact, operator, value } = condition;
    return { fact, operator, value: isFactReference(value) ? { fact: value.fact } : value };
  }
  if ('all' in condition) return { all: condition.all.map((part) => given(part, facts, answer)) };
  if ('any' in condition) return { any: condition.any.map((part) => given(part, facts, answer)) };
  return { not: given(condition.not, facts, !answer) };
}

async function run(asked: EngineCondition, condition: Condition, facts: Facts): Promise<boolean> {
  // facts are values here; json-rules-engine would call a function
  const read = comparisonsOf(condition)
    .flatMap(({ fact, value }) => [fact, rightFactOf(value) ?? fact])
    .map((id) => [id, factOf(facts, id)] as const)
    .filter(([, value]) => value !== undefined);
  const engine = new Engine([{ conditions: { all: [asked] }, event: { type: 'holds' } }]);
  const { events } = await engine.run({ ...Object.fromEntries(read), [GIVEN]: true });
  return events.length > 0;
}
