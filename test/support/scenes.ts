import {
  foldProfile,
  pairOf,
  type AccountObserved,
  type Hashing,
  type Holders,
  type Neighbourhood,
  type Order,
  type Profile,
  type Referral,
  type Reward,
  type Scene,
  type ScreeningRecord,
} from '@doubletake/scoring';

const DAY = 86_400_000;

/** The instant every scene is looked at, unless it says otherwise. */
export const NOW: number = Date.UTC(2025, 5, 1);
/** So many days before it. */
export const ago = (days: number): number => NOW - days * DAY;

/** Hashing one can read: a token is its type and value, an account's reference its id. */
export const PLAIN_HASHING: Hashing = {
  tokenise: ({ type, value }) => [`${type}|${value}`],
  accountRef: (accountId) => accountId,
};

/** What an observation of an account says; without `at` it was made twenty days ago. */
export type Seen = Partial<Omit<AccountObserved, 'id' | 'type' | 'accountId'>>;

/** The profile that observations fold to. */
export function profileOf(accountId: string, ...observations: readonly Seen[]): Profile {
  const [first = {}, ...rest] = observations;
  const event = (seen: Seen): AccountObserved => ({
    id: '',
    type: 'account.observed',
    at: ago(20),
    accountId,
    ...seen,
  });
  return rest.reduce(
    (profile, seen) => foldProfile(profile, event(seen)),
    foldProfile(undefined, event(first)),
  );
}

export const referralOf = (more: Partial<Referral> = {}): Referral => ({
  referralId: 'ref',
  programmeId: 'friends',
  referrerId: 'ann',
  refereeId: 'bob',
  at: ago(20),
  ...more,
});

export const orderOf = (more: Partial<Order> = {}): Order => ({
  orderId: 'order',
  accountId: 'bob',
  status: 'completed',
  createdAt: ago(15),
  completedAt: ago(10),
  ...more,
});

export const rewardOf = (more: Partial<Reward> = {}): Reward => ({
  rewardId: 'reward',
  programmeId: 'friends',
  referralId: 'ref',
  orderId: 'order',
  beneficiaryId: 'ann',
  side: 'referrer',
  channel: 'referral',
  kind: 'credit',
  amount: { minor: 2000, currency: 'EUR' },
  accruedAt: ago(9),
  dueAt: ago(0),
  ...more,
});

/** A record with nothing remarkable in it: two accounts, one completed order, nobody rewarded before. */
function recordOf(more: Partial<ScreeningRecord> = {}): ScreeningRecord {
  return {
    reward: rewardOf(),
    referral: referralOf(),
    order: orderOf(),
    tally: { lifetime: 0, last30d: 0, last365d: [] },
    refereeEarlierOrders: 0,
    refereeOutcomes: [],
    population: 10_000,
    reached: 0,
    ...more,
  };
}

/** What a scene is made of. */
export interface SceneParts {
  /** Observations of each side; `unknown` for an account nobody observed. */
  readonly referrer?: Seen | readonly Seen[] | 'unknown';
  readonly referee?: Seen | readonly Seen[] | 'unknown';
  readonly record?: Partial<ScreeningRecord>;
  /** Who holds a token, by the token as `PLAIN_HASHING` writes it or by its type alone. */
  readonly holders?: Readonly<Record<string, Partial<Holders>>>;
  /** The referrer's referees; the pair's own is `bob`. */
  readonly referees?: readonly string[];
  readonly aboveReferrer?: readonly string[];
  readonly at?: number;
}

const NOBODY: Holders = { accounts: [], count: 0, matured: 0 };

function sideOf(accountId: string, seen: SceneParts['referrer'] = []): Profile | undefined {
  if (seen === 'unknown') return undefined;
  return profileOf(accountId, ...[seen].flat());
}

/** Everything a signal may look at. */
export function sceneOf(parts: SceneParts = {}): Scene {
  const referrer = sideOf('ann', parts.referrer);
  const referee = sideOf('bob', parts.referee);
  const record = recordOf({
    ...(referrer && { referrer }),
    ...(referee && { referee }),
    ...parts.record,
  });
  const pair = pairOf(record, parts.at ?? NOW, PLAIN_HASHING);
  const tokens = [...pair.referrer.keys, ...pair.referee.keys].flatMap((key) => key.tokens);
  const holders = new Map<string, Holders>();
  for (const token of tokens) {
    const held = parts.holders?.[token] ?? parts.holders?.[token.slice(0, token.indexOf('|'))];
    if (held) holders.set(token, { ...NOBODY, ...held });
  }
  const neighbourhood: Neighbourhood = {
    holders,
    referees: (parts.referees ?? ['bob']).map((account) => ({ account, at: ago(20) })),
    aboveReferrer: parts.aboveReferrer ?? [],
  };
  return { ...pair, neighbourhood };
}
