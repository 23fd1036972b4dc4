import {
  printInstant,
  type AccountRecord,
  type Action,
  type Decision,
  type Referral,
  type Reward,
} from '@doubletake/scoring';

/** What each action means to the person it concerns. */
const IN_CUSTOMER_WORDS: Readonly<Record<Action, string>> = {
  pay: 'may be paid',
  wait: 'not yet decided',
  review: 'being looked at by a person',
  void: 'not paid',
  claw_back: 'taken back',
};

/**
 * One account's data for the person it is about: everything it told, its referrals without the other person, its orders
 * and rewards, and what was decided in the words meant for customers. Evidence is left out: it speaks of others, and
 * would teach how to pass.
 */
export function accountExport(record: AccountRecord): Record<string, unknown> {
  const { accountId, merged, erased, profile, referrals, orders, rewards, decisions } = record;
  return instantsPrinted({
    accountId,
    ...(merged.length === 0 ? {} : { alsoKnownAs: merged }),
    erased,
    ...(profile === undefined ? {} : { profile }),
    referrals: referrals.map((referral) => ownSide(referral, accountId)),
    orders,
    rewards: rewards.map(ownReward),
    decisions: decisions.map(ownDecision),
  });
}

function ownSide(referral: Referral, accountId: string): Record<string, unknown> {
  const { referrerId, refereeId: _, employeeId: __, ...rest } = referral;
  return { ...rest, as: referrerId === accountId ? 'referrer' : 'referee' };
}

/** What a person concluded about a reward is for those who review, and speaks of the other person too. */
function ownReward(reward: Reward): Record<string, unknown> {
  const { label: _, labelledAt: __, ...own } = reward;
  return own;
}

function ownDecision({ rewardId, programmeId, at, until, action, reasons }: Decision) {
  return {
    rewardId,
    programmeId,
    at,
    decision: IN_CUSTOMER_WORDS[action],
    ...(until === undefined ? {} : { until }),
    reasons: [...new Set(reasons.map(({ customerText }) => customerText))],
  };
}

const isInstant = (key: string): boolean => /(?:^at|At|^until)$/u.test(key);

function instantsPrinted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printed(key, each)]));
}

function printed(key: string, value: unknown): unknown {
  if (typeof value === 'number') return isInstant(key) ? printInstant(value) : value;
  if (Array.isArray(value))
    return value.map((each: unknown) => printed(key === 'sightings' ? 'at' : key, each));
  if (typeof value !== 'object' || value === null) return value;
  return instantsPrinted(Object.fromEntries(Object.entries(value)));
}
