import { priorityOf } from './compile.ts';
import type { CompiledRule } from './compile.ts';
import { factOf } from './fact.ts';
import type { Facts } from './fact.ts';
import type { ErroredRule, Evaluation, NotEvaluable, Vote } from './vote.ts';

/** An evaluation while it is being made. */
export interface Findings extends Evaluation {
  votes: Vote[];
  shadow: Vote[];
  notEvaluable: NotEvaluable[];
  errored: ErroredRule[];
}

/** What a rule that did not turn out false came to, with what left it undecided. */
export type Verdict =
  | { truth: 'true' }
  | { truth: 'unknown'; missing: readonly string[] }
  | { truth: 'error'; messages: readonly string[] };

/** An evaluation in which no rule has spoken yet. */
export function noFindings(): Findings {
  return { votes: [], shadow: [], notEvaluable: [], errored: [] };
}

/** Whether a rule applies in a programme. */
export function appliesIn({ rule }: CompiledRule, programme: string | undefined): boolean {
  if (rule.programmes === undefined) return true;
  return programme !== undefined && rule.programmes.includes(programme);
}

/** Adds what one rule came to. */
export function addFinding(
  findings: Findings,
  { id, rule }: CompiledRule,
  { verdict, facts }: { verdict: Verdict; facts: Facts },
): void {
  const { mode, onMissing = 'ignore' } = rule;
  const { reason, until } = rule.event.params;
  if (verdict.truth === 'unknown') {
    const missing = [...new Set(verdict.missing)].toSorted();
    findings.notEvaluable.push({ rule: id, missing, onMissing, reason, mode });
    return;
  }
  if (verdict.truth === 'error') {
    const messages = [...new Set(verdict.messages)].toSorted();
    findings.errored.push({ rule: id, message: messages.join('; ') });
    return;
  }
  const instant = until === undefined ? undefined : factOf(facts, until);
  (mode === 'live' ? findings.votes : findings.shadow).push(voteOf({ id, rule }, instant));
  // the vote stands without its end: a hold that waits for a person is the safe reading of a broken time
  if (instant === undefined || typeof instant === 'number') return;
  const message = `\`${until}\` is \`${JSON.stringify(instant)}\`, and \`until\` needs an instant in milliseconds`;
  findings.errored.push({ rule: id, message });
}

function voteOf({ id, rule }: Pick<CompiledRule, 'id' | 'rule'>, until: unknown): Vote {
  const { type, params } = rule.event;
  return {
    rule: id,
    type,
    reason: params.reason,
    final: params.final ?? false,
    ...(typeof until === 'number' && { until }),
    priority: priorityOf(rule),
  };
}
