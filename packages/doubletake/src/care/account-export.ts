import type { ReviewedLedger } from '@doubletake/ledger';
import {
  printEvent,
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

/** Events read in one step. */
const PAGE = 1000;

interface Exporting {
  readonly ledger: Pick<ReviewedLedger, 'records' | 'decisionsOn'>;
  /** Told the ids of events that do not open any more: what they held is left out. */
  readonly onUnreadable?: (eventIds: readonly string[]) => void;
}

/**
 * One account's data as JSON, piece by piece, for the person it is about: how it stands, its referrals without the other
 * person, its orders and rewards, everything that was told of it and of its orders, and what was decided in the words meant
 * for customers. Evidence is left out: it speaks of others, and would teach how to pass.
 */
export async function* accountExport(
  record: AccountRecord,
  exporting: Exporting,
): AsyncGenerator<string> {
  const { accountId, merged, erased, profile, referrals, orders, rewards } = record;
  const standing = instantsPrinted({
    accountId,
    ...(merged.length === 0 ? {} : { alsoKnownAs: merged }),
    erased,
    ...(profile === undefined ? {} : { profile }),
    referrals: referrals.map((referral) => ownSide(referral, accountId)),
    orders,
    rewards: rewards.map(ownReward),
  });
  yield JSON.stringify(standing, undefined, 2).replace(/\n\}$/u, '');
  yield* list('told', told(accountId, exporting));
  yield* list('decisions', decisions(rewards, exporting));
  yield '\n}\n';
}

/** A further list of an object, one line for each of its items: there may be more of them than memory takes. */
async function* list(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `,\n  "${name}": [`;
  let begun = false;
  for await (const item of items) {
    yield `${begun ? ',' : ''}\n    ${JSON.stringify(item)}`;
    begun = true;
  }
  yield begun ? '\n  ]' : ']';
}

async function* told(
  accountId: string,
  { ledger, onUnreadable = () => {} }: Exporting,
): AsyncGenerator {
  let after: number | undefined;
  do {
    const page = await ledger.records.told(accountId, PAGE, after);
    onUnreadable(page.unreadable ?? []);
    yield* page.told.map(printEvent);
    after = page.next;
  } while (after !== undefined);
}

async function* decisions(rewards: readonly Reward[], { ledger }: Exporting): AsyncGenerator {
  for (const { rewardId } of rewards)
    for (const decision of await ledger.decisionsOn(rewardId))
      yield instantsPrinted(ownDecision(decision));
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

function ownDecision({
  rewardId,
  programmeId,
  at,
  until,
  action,
  reasons,
}: Decision): Record<string, unknown> {
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
