import type {
  AccountState,
  Action,
  Allowance,
  DecidedUpon,
  Decision,
  DecisionWrite,
  DomainEvent,
  Instant,
  Ledger,
  Stage,
} from '@doubletake/scoring';
import fc from 'fast-check';
import { accountObserved } from '../support/event-arbitraries.ts';
import { day, decided } from './ledger-values.ts';

/** One call that changes a ledger. */
export type Step =
  | { readonly call: 'append'; readonly events: readonly DomainEvent[] }
  | { readonly call: 'commit'; readonly writes: readonly DecisionWrite[] }
  | { readonly call: 'allow'; readonly allowance: Allowance }
  | { readonly call: 'disallow'; readonly allowanceId: string; readonly at: Instant };

// Few names and few days, so that everything meets everything.
const ACCOUNTS = ['ann', 'bob', 'cat', 'dan'];
const REWARDS = ['r1', 'r2', 'r3'];
const ORDERS = ['o1', 'o2', 'o3'];
const REFERRALS = ['f1', 'f2', 'f3'];
const PROGRAMMES = ['guest', 'partners'];
const DAYS = 8;

const one = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);
const account = one(...ACCOUNTS);
const someDay = fc.integer({ min: 0, max: DAYS });
const money = fc.record({ minor: fc.integer({ min: 0, max: 5000 }), currency: one('EUR', 'USD') });

const header = { id: fc.integer({ min: 1, max: 60 }).map((n) => `evt-${n}`), at: someDay.map(day) };

const observed = fc
  .tuple(fc.record(header), account, accountObserved, fc.integer({ min: -70, max: 5 }))
  .map(([head, accountId, { createdAt, ...event }, created]) => ({
    ...event,
    ...(createdAt === undefined ? {} : { createdAt: day(created) }),
    ...head,
    accountId,
  }));

const referred = fc.record(
  {
    ...header,
    type: fc.constant('referral.attributed' as const),
    referralId: one(...REFERRALS),
    programmeId: one(...PROGRAMMES),
    referrerId: account,
    refereeId: account,
    code: one('Sun', 'sun'),
  },
  { requiredKeys: ['id', 'at', 'type', 'referralId', 'programmeId', 'referrerId', 'refereeId'] },
);

const ordered = fc.record(
  {
    ...header,
    type: fc.constant('order.updated' as const),
    orderId: one(...ORDERS),
    accountId: account,
    status: one('created', 'confirmed', 'completed', 'completed', 'refunded'),
    amount: money,
    payment: fc.record({ kind: fc.constant('card' as const), fingerprint: one('f1', 'f2') }),
  },
  { requiredKeys: ['id', 'at', 'type', 'orderId', 'accountId', 'status'] },
);

const accrued = fc.record(
  {
    ...header,
    type: fc.constant('reward.accrued' as const),
    rewardId: one(...REWARDS),
    programmeId: one(...PROGRAMMES),
    referralId: one(...REFERRALS),
    beneficiaryId: account,
    side: one('referrer', 'referee', 'partner'),
    channel: fc.constant('referral' as const),
    kind: fc.constant('cash' as const),
    amount: money,
    orderId: one(...ORDERS),
  },
  {
    requiredKeys: [
      ...(['id', 'at', 'type', 'rewardId', 'programmeId', 'referralId', 'beneficiaryId'] as const),
      ...(['side', 'channel', 'kind', 'amount'] as const),
    ],
  },
);

const rewardId = one(...REWARDS);
const told = fc.record({
  ...header,
  type: one('reward.due', 'reward.paid', 'reward.reversed'),
  rewardId,
});
const labelled = fc.record({
  ...header,
  type: fc.constant('label.recorded' as const),
  rewardId,
  label: one('fraud', 'fraud', 'honest'),
  by: fc.constant('lea'),
});
const erased = fc.record({
  ...header,
  type: fc.constant('account.erased' as const),
  accountId: account,
});

/** Anything a host may tell. */
export const event: fc.Arbitrary<DomainEvent> = fc.oneof(
  { weight: 5, arbitrary: observed },
  { weight: 4, arbitrary: referred },
  { weight: 5, arbitrary: ordered },
  { weight: 5, arbitrary: accrued },
  { weight: 3, arbitrary: told },
  { weight: 3, arbitrary: labelled },
  { weight: 1, arbitrary: erased },
);

const trigger = one('t1', 't2', 't3', 't4');
const stage = one<Stage>('due', 'due', 'due', 'post_payout', 'review');
const room = fc.array(
  fc.record(
    {
      below: fc.integer({ min: 1, max: 3 }),
      most: fc.record({ minor: fc.nat({ max: 3000 }), currency: one('EUR', 'USD') }),
      since: someDay.map(day),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 2 },
);
/** What a decision was made upon: the truth, or what was so some time ago. */
const upon: fc.Arbitrary<DecidedUpon> = fc
  .record({
    read: fc.option(fc.tuple(rewardId, trigger, stage, one<Action>('pay', 'review', 'wait'))),
    room: fc.option(room),
    reached: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ read, room: left, reached }) => ({
    ...(reached === null ? {} : { reached }),
    ...(read === null ? {} : { previous: previousOf(read) }),
    ...(left === null ? {} : { room: left }),
  }));

const previousOf = ([id, answered, at, action]: readonly [string, string, Stage, Action]) => ({
  decisionId: `dec-${id}/${answered}`,
  stage: at,
  action,
});

/** Any decision on any of the rewards. */
export const decision: fc.Arbitrary<DecisionWrite> = fc
  .record({
    rewardId,
    action: one<Action>('pay', 'pay', 'wait', 'review', 'claw_back'),
    on: someDay,
    trigger,
    stage,
    upon: fc.option(upon, { nil: undefined }),
    claim: fc.option(
      fc.record({
        effect: one('take', 'take', 'free'),
        orderId: one(...ORDERS),
        side: one('referrer', 'referee'),
      }),
      { nil: undefined },
    ),
  })
  .map(({ rewardId: on, action, on: at, trigger: asked, stage: when, claim, upon: read }) => ({
    decision: {
      ...decided(on, action, { on: at, id: `${on}/${asked}`, ...waiting(action, at) }),
      stage: when,
    },
    trigger: asked,
    ...(claim === undefined ? {} : { claim }),
    ...(read === undefined ? {} : { upon: read }),
  }));

const waiting = (action: Action, on: number) => (action === 'wait' ? { until: on + 3 } : {});

export const allowance: fc.Arbitrary<Allowance> = fc.record({
  allowanceId: one('a1', 'a2'),
  referrerId: account,
  refereeId: account,
  owner: fc.constant('lea'),
  reason: fc.constant('family'),
  expiresAt: someDay.map(day),
});

/** What may happen to a ledger, in an order nobody promised. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        call: fc.constant('append' as const),
        events: fc.array(event, { minLength: 1, maxLength: 12 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        call: fc.constant('commit' as const),
        writes: fc.array(decision, { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ call: fc.constant('allow' as const), allowance }) },
    {
      weight: 1,
      arbitrary: fc.record({
        call: fc.constant('disallow' as const),
        allowanceId: one('a1', 'a2'),
        at: someDay.map(day),
      }),
    },
  ),
  { minLength: 1, maxLength: 12 },
);

/** Takes one step; what came of it, a refusal by its code. */
export async function take(ledger: Ledger, step: Step): Promise<unknown> {
  try {
    if (step.call === 'append') return await ledger.append(step.events);
    if (step.call === 'commit')
      return await ledger.commitMany(
        await Promise.all(step.writes.map(async (write) => placed(ledger, write))),
      );
    if (step.call === 'disallow') return await ledger.disallow({ ...step, by: 'kim' });
    return await ledger.allow(step.allowance, day(0));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // Of several that are wrong in a batch any may be named.
    return step.call === 'commit' && step.writes.length > 1 ? 'refused' : error.code;
  }
}

/** The same decision, made upon what some first events were, in the places that this ledger gave them. */
async function placed(ledger: Ledger, write: DecisionWrite): Promise<DecisionWrite> {
  if (write.upon?.reached === undefined) return write;
  const reached = await placeOf(ledger, write.upon.reached);
  return { ...write, upon: { ...write.upon, reached } };
}

/** The place of the nth event in the log; of the last, where there are fewer. */
export async function placeOf(ledger: Ledger, nth: number): Promise<number> {
  const batch = nth === 0 ? undefined : await ledger.changes(0, nth);
  return batch?.cursor ?? 0;
}

/** What a stamp is made of is each ledger's own. */
export function withoutStamp(state: AccountState): AccountState {
  const { stamp: _, ...rest } = state;
  return rest;
}

/** Everything a ledger can be asked about the names above. Where its log keeps an event is its own affair. */
export async function everything(ledger: Ledger): Promise<unknown> {
  const ids = [...REWARDS, 'unknown'];
  const decisions: (readonly Decision[])[] = [];
  for (const id of REWARDS) decisions.push(await ledger.decisionsOn(id));
  const pages = [];
  let end = 0;
  for (let cursor = 0; ;) {
    const page = await ledger.changes(cursor, 7);
    if (page === undefined) break;
    // Of events that were recorded together a ledger may say that more was restated.
    const { cursor: place, restated: _, ...shown } = page;
    pages.push({ ...shown, accounts: shown.accounts.map(withoutStamp) });
    cursor = end = place;
  }
  const readAt = async (at: number): Promise<unknown> =>
    (await ledger.readMany(ids, at)).map(
      (record) => record && { ...record, reached: record.reached === end },
    );
  return {
    early: await readAt(day(3)),
    late: await readAt(day(DAYS + 60)),
    decisions,
    rewards: await Promise.all(ORDERS.map((id) => ledger.rewardsOf(id))),
    profiles: await Promise.all(ACCOUNTS.map((id) => ledger.profile(id))),
    timers: await ledger.timers(day(9), 2),
    allTimers: await ledger.timers(day(99), 100),
    pages,
  };
}
