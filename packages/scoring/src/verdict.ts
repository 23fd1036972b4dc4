import { evaluate, type Evaluation, type Facts, type Vote } from '@doubletake/rules';
import type { Action, NotEvaluable, Outcome, Reason, ShadowVote } from './decision.ts';
import { programmeOf, riskPackOf, type Policy } from './policy/policy.ts';
import { renderGivenReason, renderReason } from './policy/render-reason.ts';

/** What the rules say about a set of facts. A function of facts and policy alone: replaying facts gives it again. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly action: Action;
  readonly until?: number;
  readonly reasons: readonly Reason[];
  readonly determiningRules: readonly string[];
  readonly erroredRules: readonly string[];
  readonly notEvaluable: readonly NotEvaluable[];
  readonly shadow: readonly ShadowVote[];
}

/** Votes, with the holds that rules asked for in case their facts are missing. */
function votesOf({ votes, notEvaluable }: Evaluation): Vote[] {
  const held = notEvaluable.filter((rule) => rule.onMissing === 'hold' && rule.mode === 'live');
  return [
    ...votes,
    ...held.map(({ rule, reason }): Vote => ({
      rule,
      reason,
      type: 'hold',
      final: false,
      priority: 0,
    })),
  ];
}

/** The rule that stands for a person: what they decided on this reward stands until one decides anew. */
export const REVIEW = 'review';

/** A person's block of this reward, as a vote; it holds while it can be taken back, or waits to be written. */
function reviewOf(facts: Facts): Vote[] {
  const said = { rule: REVIEW, final: false, priority: 0 };
  const votes: Vote[] = [];
  if (facts['review.outcome'] === 'block')
    votes.push({ ...said, reason: String(facts['review.reason']), type: 'block' });
  if (facts['review.pending'] !== undefined)
    votes.push({ ...said, reason: String(facts['review.pending']), type: 'hold' });
  return votes;
}

/** What the risk rules say, but for those a person overruled when releasing this reward. A rule new to it is heard. */
function risksOf(said: Evaluation, facts: Facts): Vote[] {
  const overruled = facts['review.outcome'] === 'release' ? facts['review.overruled'] : undefined;
  const votes = votesOf(said);
  if (!Array.isArray(overruled)) return votes;
  return votes.filter(({ rule }) => !overruled.includes(rule));
}

/** The risk rules that speak against paying, `pack/name`. */
export function riskVotes(facts: Facts, policy: Policy): readonly string[] {
  return votesOf(riskOf(facts, policy)).flatMap(({ rule, type }) =>
    type === 'release' ? [] : [rule],
  );
}

/**
 * Precedence, written once: a block by the terms, then a block marked final, then an allowance silences what is left
 * of the risk rules, then block, a person's among them, hold, release. No vote at all releases.
 */
function prevailing(
  terms: readonly Vote[],
  risk: readonly Vote[],
  { allowed, review }: { readonly allowed: boolean; readonly review: readonly Vote[] },
): Vote[] {
  const heard = [...terms, ...review, ...(allowed ? [] : risk)];
  const tiers: readonly Vote[][] = [
    terms.filter((vote) => vote.type === 'block'),
    risk.filter((vote) => vote.type === 'block' && vote.final),
    heard.filter((vote) => vote.type === 'block'),
    heard.filter((vote) => vote.type === 'hold'),
    heard.filter((vote) => vote.type === 'release'),
  ];
  return tiers.find((tier) => tier.length > 0) ?? [];
}

/** The instant to ask again at: the latest of the waits still ahead. Undefined when a person must look. */
function waitOf(votes: readonly Vote[], now: number): number | undefined {
  const ahead = votes.flatMap(({ until }) => (until !== undefined && until > now ? [until] : []));
  return ahead.length > 0 ? Math.max(...ahead) : undefined;
}

function actionOf(outcome: Outcome, until: number | undefined, facts: Facts): Action {
  if (facts['programme.observe'] === true) return 'pay';
  const paid = facts['reward.paid'] === true;
  switch (outcome) {
    case 'release':
      return 'pay';
    case 'hold':
      return until === undefined || paid ? 'review' : 'wait';
    case 'block':
      return paid ? 'claw_back' : 'void';
  }
}

const SILENT: Evaluation = { votes: [], notEvaluable: [], errored: [], shadow: [] };

const reasonOf = (vote: Vote, facts: Facts, { reasons }: Policy): Reason =>
  vote.rule === REVIEW
    ? renderGivenReason({ ...vote, rule: REVIEW }, facts, reasons)
    : renderReason(vote, facts, reasons);

/** Judges facts by the programme's terms and its risk pack. */
export function judge(facts: Facts, policy: Policy): Verdict {
  return verdictOf(riskOf(facts, policy), facts, policy);
}

/** Judges facts by the programme's terms alone. */
export function judgeByTerms(facts: Facts, policy: Policy): Verdict {
  return verdictOf(SILENT, facts, policy);
}

function riskOf(facts: Facts, policy: Policy): Evaluation {
  const programme = programmeOf(policy, String(facts['programme.id']));
  return evaluate(riskPackOf(policy, programme), facts, { programme: programme.programme });
}

function verdictOf(risk: Evaluation, facts: Facts, policy: Policy): Verdict {
  const terms = evaluate(policy.terms, facts, { programme: String(facts['programme.id']) });
  const votes = prevailing(votesOf(terms), risksOf(risk, facts), {
    allowed: facts['allowance.active'] === true,
    review: reviewOf(facts),
  });
  const outcome = votes[0]?.type ?? 'release';
  const until = outcome === 'hold' ? waitOf(votes, Number(facts['now'])) : undefined;
  const action = actionOf(outcome, until, facts);
  const both = [terms, risk];
  return {
    outcome,
    action,
    ...(action === 'wait' && until !== undefined ? { until } : {}),
    reasons: votes.map((vote) => reasonOf(vote, facts, policy)),
    determiningRules: votes.map((vote) => vote.rule),
    erroredRules: both.flatMap(({ errored }) => errored.map(({ rule }) => rule)),
    notEvaluable: both.flatMap(({ notEvaluable }) =>
      notEvaluable.map(({ rule, missing }) => ({ rule, missing })),
    ),
    shadow: both.flatMap(({ shadow }) => shadow.map(({ rule, type }) => ({ rule, outcome: type }))),
  };
}
