import type { NaiveKind, NaiveTokens } from './naive-profile.ts';

const DAY = 86_400_000;

/** What one token's holders were found to be. */
export interface NaiveHolders {
  readonly accounts: readonly string[];
  readonly matured: number;
}

/** What the naive version found out about a pair. */
export interface NaiveFindings {
  readonly referrer: NaiveTokens;
  readonly referee: NaiveTokens;
  readonly holders: ReadonlyMap<string, NaiveHolders>;
  /** Whom the referrer brought, with the time of each. */
  readonly referees: ReadonlyMap<string, number>;
  readonly above: readonly string[];
  readonly at: number;
}

/** What equal values are called, the strongest first, and what they are worth in points. */
const LEVELS: Readonly<Record<string, readonly (readonly [string, NaiveKind, number])[]>> = {
  address: [
    ['exact', 'address', 2],
    ['building', 'building', 1],
  ],
  name: [
    ['full', 'name', 3],
    ['surname', 'surname', 1],
  ],
  ip: [['same_time', 'ip', 2]],
  device: [
    ['installation', 'installation', 4],
    ['visitor', 'visitor', 3],
    ['hardware', 'hardware', 1],
  ],
  payment: [['exact', 'payment', 4]],
  phone: [['exact', 'phone', 3]],
  email: [
    ['exact', 'email', 5],
    ['base', 'emailBase', 2],
    ['domain', 'emailDomain', 1],
  ],
};

/** Points a pair has before anything is known of it, on the scale of log-odds. */
const BEFORE = -3.5;

/** The facts about likeness, speed and score. Points stand for evidence: no frequencies, no order of weighing, no reasons. */
export function naiveFacts(found: NaiveFindings): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  let points = BEFORE;
  for (const [kind, levels] of Object.entries(LEVELS)) {
    facts[`${kind}.match`] = 'none';
    for (const [level, key, worth] of levels) {
      const others = found.referee.get(key) ?? [];
      const shared = found.referrer.get(key)?.find((token) => others.includes(token));
      if (shared === undefined) continue;
      const held = found.holders.get(shared);
      facts[`${kind}.match`] = level;
      facts[`${kind}.sharedBy`] = Math.max(2, held?.accounts.length ?? 0);
      facts[`${kind}.maturedHolders`] = held?.matured ?? 0;
      points += worth;
      break;
    }
  }
  const siblings = siblingsOf(found);
  points += siblings >= 3 ? 3 : 0;
  const score = 100 / (1 + 2 ** -points);
  return {
    ...facts,
    ...speedOf(found),
    'referee.siblings': siblings,
    'evidence.bits': points,
    score,
  };
}

function siblingsOf({ referee, holders, referees }: NaiveFindings): number {
  const siblings = new Set<string>();
  for (const token of [...referee.values()].flat()) {
    const accounts = holders.get(token)?.accounts ?? [];
    if (accounts.length > 20) continue;
    for (const account of accounts) if (referees.has(account)) siblings.add(account);
  }
  return siblings.size;
}

function speedOf({ referees, above, at }: NaiveFindings): Record<string, unknown> {
  const within = (days: number): number =>
    [...referees.values()].filter((time) => time > at - days * DAY).length;
  return {
    'referrer.referrals': referees.size,
    'referrer.referrals1d': within(1),
    'referrer.referrals7d': within(7),
    'referrer.referrals30d': within(30),
    'referrer.chainDepth': above.length,
  };
}
