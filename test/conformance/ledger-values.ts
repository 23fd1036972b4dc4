import { randomBytes } from 'node:crypto';
import type { KeyRing } from '@doubletake/ledger';
import type {
  AccountObserved,
  Action,
  Claim,
  Decision,
  DecisionWrite,
  LabelRecorded,
  OrderStatus,
  OrderUpdated,
  ReferralAttributed,
  RewardAccrued,
  RewardPaid,
  RewardReversed,
} from '@doubletake/scoring';

const DAY = 86_400_000;
/** Day 0 of every row, at midnight. */
const START: number = Date.UTC(2024, 0, 1);
export const day = (n: number): number => START + n * DAY;

/** Keys of this test run. */
export const KEYS: KeyRing = { current: 'k1', keys: new Map([['k1', randomBytes(32)]]) };

export const AUDIT_KEY: Uint8Array = randomBytes(32);

let events = 0;
/** An event id nobody used yet; ids ascend. */
const fresh = (): string => `evt-${String((events += 1)).padStart(6, '0')}`;

export function observed(
  accountId: string,
  on: number,
  more: Partial<AccountObserved> = {},
): AccountObserved {
  return { id: fresh(), type: 'account.observed', at: day(on), accountId, ...more };
}

export function referred(
  [referrerId, refereeId]: readonly [string, string],
  on: number,
  more: Partial<ReferralAttributed> = {},
): ReferralAttributed {
  const referralId = `${referrerId}-${refereeId}`;
  const ids = { referralId, programmeId: 'guest', referrerId, refereeId };
  return { id: fresh(), type: 'referral.attributed', at: day(on), ...ids, ...more };
}

export function ordered(
  [orderId, accountId]: readonly [string, string],
  [status, on]: readonly [OrderStatus, number],
  more: Partial<OrderUpdated> = {},
): OrderUpdated {
  return { id: fresh(), type: 'order.updated', at: day(on), orderId, accountId, status, ...more };
}

export function accrued(
  rewardId: string,
  on: number,
  more: Partial<RewardAccrued> = {},
): RewardAccrued {
  return {
    id: fresh(),
    type: 'reward.accrued',
    at: day(on),
    rewardId,
    programmeId: 'guest',
    referralId: 'ann-bob',
    beneficiaryId: 'ann',
    side: 'referrer',
    channel: 'referral',
    kind: 'credit',
    amount: { minor: 2000, currency: 'EUR' },
    ...more,
  };
}

export function paid(rewardId: string, on: number): RewardPaid {
  return { id: fresh(), type: 'reward.paid', at: day(on), rewardId };
}

export function reversed(rewardId: string, on: number): RewardReversed {
  return { id: fresh(), type: 'reward.reversed', at: day(on), rewardId };
}

export function labelled(
  rewardId: string,
  label: LabelRecorded['label'],
  on: number,
): LabelRecorded {
  return { id: fresh(), type: 'label.recorded', at: day(on), rewardId, label, by: 'lea' };
}

const OUTCOMES = {
  pay: 'release',
  wait: 'hold',
  review: 'hold',
  void: 'block',
  claw_back: 'block',
} as const satisfies Record<Action, Decision['outcome']>;

/** A decision with nothing in it but what a ledger looks at. */
export function decided(
  rewardId: string,
  action: Action,
  { on, id = fresh(), until }: { on: number; id?: string; until?: number },
): Decision {
  return {
    decisionId: `dec-${id}`,
    rewardId,
    programmeId: 'guest',
    stage: 'due',
    at: day(on),
    outcome: OUTCOMES[action],
    action,
    ...(until === undefined ? {} : { until: day(until) }),
    score: 86.2,
    probability: 0.8620000000000001,
    priorBits: -3.52,
    logOddsBits: 1e-7,
    posterior: { unrelated: 0.02, household: 0.11, assisted: 0.008, self: 0.85, ring: 0.012 },
    contributions: [],
    counterfactuals: [],
    reasons: [],
    determiningRules: [],
    erroredRules: [],
    notEvaluable: [],
    shadow: [],
    versions: { rules: 'r', model: 'm', identity: 'i', lists: 'l' },
    facts: { 'reward.amountMinor': 2000 },
  };
}

/** A decision to keep, answering a trigger of its own. */
export function write(
  decision: Decision,
  claim?: readonly ['take' | 'free', string] | readonly ['take' | 'free', string, Claim['side']],
): DecisionWrite {
  const trigger = `on ${decision.decisionId}`;
  if (claim === undefined) return { decision, trigger };
  const [effect, orderId, side = 'referrer'] = claim;
  return { decision, trigger, claim: { effect, orderId, side } };
}
