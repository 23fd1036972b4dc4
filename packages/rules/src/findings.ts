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
  { id, rule, vote }: CompiledRule,
  { verdict, facts }: { verdict: Verdict; facts: Facts },
): void {
  const { mode, onMissing = 'ignore', event } = rule;
  const { reason, until } = event.params;
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
  const end = until === undefined ? undefined : factOf(facts, until);
  const ends = typeof end === 'number' && Number.isFinite(end);
  const votes = mode === 'live' ? findings.votes : findings.shadow;
  votes.push(ends ? { ...vote, until: end } : vote);
  if (end === undefined || ends) return;
  // the vote stands without its end: a hold that waits for a person is the safe reading of a broken time
  const message = `\`${until}\` is \`${JSON.stringify(end)}\`, and \`until\` needs an instant in milliseconds`;
  findings.errored.push({ rule: id, message });
}
