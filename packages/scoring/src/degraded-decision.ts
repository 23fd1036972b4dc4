import type { Facts } from '@doubletake/rules';
import type { Decision, Stage } from './decision.ts';
import { weigh, type Evidence } from './evidence/weigh.ts';
import { collectLedgerFacts } from './facts/index.ts';
import { isPaid } from './facts/reward-facts.ts';
import { MINUTE, type Instant } from './instant.ts';
import type { Pair } from './pair/pair.ts';
import { programmeOf, type Policy } from './policy/policy.ts';
import { renderGivenReason } from './policy/render-reason.ts';
import type { Programme } from './policy/programme.ts';
import type { ScreeningRecord } from './ports/ledger.ts';
import { judgeByTerms } from './verdict.ts';

/** Reasons no rule gives: those of a hold by fail mode. A team words them in its list like all others. */
export const FAIL_MODE_REASONS = {
  unasked: 'STORE_UNAVAILABLE',
  shut: 'RECORD_UNREADABLE',
} as const;

/** How long a reward waits before it is asked again after a store failed. */
const RETRY = 5 * MINUTE;

/** A pair that could not be seen, or whose surroundings could not. */
export interface Unseen {
  readonly pair: Pair;
  readonly decisionId: string;
  /** Code of what failed. */
  readonly code: string;
}

/**
 * What is decided while the graph is down. The terms are judged all the same, for they ask the ledger alone. Where they do
 * not speak against paying, the programme's fail mode stands in for the risk rules: its hold waits and is screened again
 * by itself; its release is the team's own risk, and taken only where nothing and nobody said otherwise before. The decision
 * says what failed, and scores nothing.
 */
export function decideUnseen({ pair, decisionId, code }: Unseen, policy: Policy): Decision {
  const { record, at } = pair;
  const { reward, previous, underReview } = record;
  const programme = programmeOf(policy, reward.programmeId);
  const facts = collectLedgerFacts({ scene: pair, programme });
  const { 'review.pending': _, ...settled } = facts;
  const byTerms = judgeByTerms(settled, policy);
  const standing = previous && standingIn(previous);
  // INVARIANT: one order pays once per side, and what held or blocked a reward stands until it is looked at again, whatever
  // a programme would rather risk.
  const isBarred =
    isClaimedElsewhere(record) ||
    [underReview, standing, record.unreadable].some((bar) => bar !== undefined);
  const instead = isBarred ? 'hold' : programme.failMode;
  const { rewardId, programmeId } = reward;
  const stage = isPaid(record) ? 'post_payout' : 'due';
  return {
    decisionId,
    rewardId,
    programmeId,
    stage,
    at,
    ...unweighed(policy),
    ...byTerms,
    ...(byTerms.outcome === 'release' && instead === 'hold'
      ? hold({ pair, facts, programme }, policy)
      : {}),
    ...(programme.observe ? { observeOnly: true as const } : {}),
    degraded: code,
    ...(standing === undefined ? {} : { standing }),
    versions: policy.versions,
    facts,
  };
}

const isClaimedElsewhere = ({ reward, claim }: ScreeningRecord): boolean =>
  claim !== undefined && claim.rewardId !== reward.rewardId;

/**
 * What the last decision that saw everything said against paying. Not what merely waited: for a store to come back, or for
 * the terms alone, which are asked again.
 */
function standingIn(previous: Decision): Decision['standing'] {
  const { outcome, action, determiningRules, standing } = previous;
  if (standing !== undefined || outcome === 'release') return standing;
  const waits = action === 'wait' && determiningRules.every((rule) => rule.startsWith('terms/'));
  return waits ? undefined : outcome;
}

/** A reward that could not even be read. */
export interface Unread {
  readonly rewardId: string;
  /** As the host told it; empty when it did not. */
  readonly programmeId: string;
  readonly decisionId: string;
  readonly at: Instant;
  /** Code of what failed. */
  readonly code: string;
}

/**
 * What is answered while the ledger is down, and kept nowhere: a hold, whatever the fail mode. A release needs the claim
 * on its order, and that only the ledger can give.
 */
export function decideUnread({ code, ...named }: Unread, policy: Policy): Decision {
  const { observe } = programmeOf(policy, named.programmeId);
  const facts = { 'programme.id': named.programmeId, now: named.at };
  return {
    ...named,
    stage: 'due' satisfies Stage,
    ...unweighed(policy),
    ...hold({ pair: { at: named.at }, facts, programme: { observe } }, policy),
    determiningRules: [],
    erroredRules: [],
    notEvaluable: [],
    shadow: [],
    ...(observe ? { observeOnly: true as const } : {}),
    degraded: code,
    versions: policy.versions,
    facts,
  };
}

const unweighed = ({ model }: Policy): Evidence => weigh(model, {}, 0);

interface Held {
  readonly pair: Pick<Pair, 'at'> & Partial<Pick<Pair, 'record'>>;
  readonly facts: Facts;
  readonly programme: Pick<Programme, 'observe'>;
}

function hold(
  { pair: { at, record }, facts, programme: { observe } }: Held,
  { reasons }: Policy,
): Pick<Decision, 'outcome' | 'action' | 'until' | 'reasons'> {
  const isShut = record?.unreadable !== undefined;
  const reason = FAIL_MODE_REASONS[isShut ? 'shut' : 'unasked'];
  const held = {
    outcome: 'hold' as const,
    reasons: [renderGivenReason({ reason, rule: 'fail-mode' }, facts, reasons)],
  };
  if (observe) return { ...held, action: 'pay' };
  // What does not open does not mend by itself: a person looks.
  if (isShut) return { ...held, action: 'review' };
  return { ...held, action: 'wait', until: at + RETRY };
}
