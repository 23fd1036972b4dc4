import type { CompiledPack, CompiledRule } from './compile.ts';
import { explainRule, undecidedIn } from './explain.ts';
import type { RuleTrace } from './explain.ts';
import { ownFacts } from './fact.ts';
import type { Facts } from './fact.ts';
import { addFinding, appliesIn, noFindings } from './findings.ts';
import type { Verdict } from './findings.ts';
import type { EvaluateOptions, Evaluation } from './vote.ts';

/**
 * What a pack says about one set of facts: every rule that applies is asked, none stops another. Synchronous, without
 * shared state, and independent of the order of the rules. Never throws on facts, however they are typed.
 */
export function evaluate(
  pack: CompiledPack,
  given: Facts,
  options: EvaluateOptions = {},
): Evaluation {
  const facts = ownFacts(given);
  const { programme, trace = 'none' } = options;
  const findings = noFindings();
  const traces: RuleTrace[] = [];
  for (const compiled of pack.rules) {
    if (!appliesIn(compiled, programme)) continue;
    const truth = compiled.test(facts);
    if (trace === 'full' || (trace === 'matched' && truth === 'true')) {
      traces.push({ ...explainRule(compiled.rule, facts), rule: compiled.id });
    }
    if (truth === 'false') continue;
    const verdict: Verdict = truth === 'true' ? { truth } : undecided(compiled, facts);
    addFinding(findings, compiled, { verdict, facts });
  }
  return trace === 'none' ? findings : { ...findings, trace: traces };
}

// explained afterwards, so that the common case pays nothing for the words
function undecided({ rule }: CompiledRule, facts: Facts): Verdict {
  const trace = explainRule(rule, facts);
  const leaves = undecidedIn(trace.conditions);
  return trace.result === 'error'
    ? { truth: 'error', messages: leaves.flatMap(({ message }) => message ?? []) }
    : { truth: 'unknown', missing: leaves.flatMap(({ missing }) => missing ?? []) };
}
