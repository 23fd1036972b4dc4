import {
  heldTokens,
  foldProfile,
  type DomainEvent,
  type TypedToken,
  type Tokenise,
} from '@doubletake/scoring';
import fc from 'fast-check';

const START = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const day = (n: number): number => START + n * DAY;

/** The instant after everything that happens. */
export const END: number = day(400);
/** Instants worth asking about: early, in the middle, when everybody may have matured. */
export const INSTANTS: readonly number[] = [day(15), day(75), END];

const one = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);

/** Few accounts, values and days, so that everything meets everything. */
export const ACCOUNTS: readonly string[] = ['ann', 'bob', 'cat', 'dan'];
const account = one(...ACCOUNTS);
const head = { at: fc.nat(30).map(day) };
const rewardId = one('w1', 'w2', 'w3');
/** Who brought whom, as long as nobody says otherwise: the attribution that comes first stands, in whatever order they are told. */
const REFERRALS = {
  f1: ['ann', 'bob'],
  f2: ['bob', 'cat'],
  f3: ['ann', 'dan'],
  f4: ['cat', 'ann'],
  f5: ['dan', 'bob'],
} as const;
const referralId = one('f1', 'f2', 'f3', 'f4', 'f5');

/** What may be seen of accounts: so many values of each kind, devices with what they are made of or without. */
interface Sights {
  readonly values: number;
  readonly createdAt: fc.Arbitrary<number>;
  readonly components?: fc.Arbitrary<Readonly<Record<string, { readonly value: unknown }>>>;
}

const observedWith = ({ values, createdAt, components }: Sights) =>
  fc
    .record(
      {
        ...head,
        type: fc.constant('account.observed' as const),
        accountId: account,
        createdAt,
        email: fc.nat(values).map((n) => `shared${n}@web.de`),
        phone: one({ number: '+14155550123' }, { number: '+14155550177' }),
        payment: one({ kind: 'card', fingerprint: 'fp1' }, { kind: 'card', fingerprint: 'fp2' }),
        device: fc.record(
          {
            visitorId: one('v1', 'v2', 'v3'),
            installed: fc.option(one('i1', 'i2'), { nil: undefined }),
            ...(components === undefined ? {} : { components }),
          },
          { requiredKeys: ['visitorId', 'installed'], noNullPrototype: true },
        ),
        ip: fc.nat(values).map((n) => `81.2.69.${n}`),
      },
      {
        requiredKeys: ['at', 'type', 'accountId', ...(components ? (['createdAt'] as const) : [])],
        noNullPrototype: true,
      },
    )
    .map(({ device, ...event }) => {
      if (device === undefined) return event;
      const { installed, ...shown } = device;
      const ids = installed === undefined ? {} : { installationId: installed };
      return { ...event, device: { ...shown, ...ids } };
    });

const createdAt = fc.integer({ min: -70, max: 20 }).map(day);
/** Few enough values that a profile keeps all of them. */
const observed = observedWith({ values: 5, createdAt });
/** More than it keeps. */
const observedMuch = observedWith({
  values: 17,
  createdAt,
  components: fc.record(
    {
      platform: one({ value: 'MacIntel' }),
      hardwareConcurrency: one({ value: 8 }, { value: 10 }),
      deviceMemory: one({ value: 8 }),
      screenResolution: fc.constant({ value: [1440, 900] }),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});

const referred = fc
  .record({
    ...head,
    type: fc.constant('referral.attributed' as const),
    referralId,
    programmeId: one('guest-credit'),
    others: fc.option(fc.tuple(account, account), { freq: 2 }),
  })
  .map(({ others, ...event }) => {
    const [referrerId, refereeId] = others ?? REFERRALS[event.referralId];
    return { ...event, referrerId, refereeId };
  });

const REWARD = {
  type: 'reward.accrued',
  programmeId: 'guest-credit',
  side: 'referrer',
  channel: 'referral',
  kind: 'credit',
  amount: { minor: 2000, currency: 'EUR' },
} as const;
const accrued = fc
  .record({ ...head, rewardId, referralId, beneficiaryId: account })
  .map((event) => ({ ...REWARD, ...event }));

const labelled = fc.record({
  ...head,
  type: fc.constant('label.recorded' as const),
  rewardId,
  label: one('fraud', 'fraud', 'honest'),
  by: one('lea'),
});

const ordered = fc.record({
  ...head,
  type: fc.constant('order.updated' as const),
  orderId: one('o1', 'o2'),
  accountId: account,
  status: one('created', 'completed', 'refunded'),
});

type Told = DomainEvent extends infer Event
  ? Event extends DomainEvent
    ? Omit<Event, 'id'>
    : never
  : never;

const toldOf = (seen: fc.Arbitrary<Told>): fc.Arbitrary<Told> =>
  fc.oneof(
    { weight: 8, arbitrary: seen },
    { weight: 4, arbitrary: referred },
    { weight: 2, arbitrary: accrued },
    { weight: 3, arbitrary: labelled },
    { weight: 2, arbitrary: ordered },
  );
const told = toldOf(observed);

/** One thing that happens to a ledger; what is told reaches the graph when it next follows. */
export type Turn =
  | { readonly do: 'tell'; readonly events: readonly Told[] }
  | { readonly do: 'follow' }
  | { readonly do: 'erase'; readonly accountId: string }
  | { readonly do: 'merge'; readonly accountId: string; readonly intoId: string };

const tell = (events: fc.Arbitrary<readonly Told[]>): fc.Arbitrary<Turn> =>
  fc.record({ do: one('tell'), events });
/** More values of one kind than a profile keeps, at once. */
const many = tell(
  fc
    .record({
      accountId: account,
      created: createdAt,
      emails: fc.array(fc.record(head), { minLength: 9, maxLength: 12 }),
    })
    .map(({ accountId, created, emails }) =>
      emails.map(({ at }, n) => ({
        at,
        type: 'account.observed' as const,
        accountId,
        createdAt: created,
        email: `shared${n}@web.de`,
      })),
    ),
);
const follow: fc.Arbitrary<Turn> = fc.record({ do: one('follow') });
const erase: fc.Arbitrary<Turn> = fc.record({ do: one('erase'), accountId: account });
const merge: fc.Arbitrary<Turn> = fc.record({
  do: one('merge'),
  accountId: account,
  intoId: account,
});

const storyOf = (
  events: fc.Arbitrary<Told>,
  rarer: fc.Arbitrary<Turn>,
): fc.Arbitrary<readonly Turn[]> =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: tell(fc.array(events, { minLength: 1, maxLength: 5 })) },
      { weight: 4, arbitrary: follow },
      { weight: 1, arbitrary: erase },
      { weight: 2, arbitrary: rarer },
    ),
    { minLength: 1, maxLength: 20 },
  );

/** Everybody is linked, and some get rewards. */
const LINKED: readonly Told[] = Object.entries(REFERRALS).flatMap(
  ([id, [referrerId, refereeId]], n): Told[] => [
    {
      at: day(1),
      type: 'referral.attributed',
      programmeId: 'guest-credit',
      referralId: id,
      referrerId,
      refereeId,
    },
    { ...REWARD, at: day(2), rewardId: `w${n + 1}`, referralId: id, beneficiaryId: referrerId },
  ],
);

const MAC = {
  platform: { value: 'MacIntel' },
  hardwareConcurrency: { value: 8 },
  deviceMemory: { value: 8 },
  screenResolution: { value: [1440, 900] },
} as const;
function onDevice(accountId: string, on: number, components: Partial<typeof MAC>): Told {
  const seen = { type: 'account.observed', accountId, at: day(on), createdAt: day(0) } as const;
  return { ...seen, device: { visitorId: 'v1', components } };
}

/** Each told alone, reaching the graph at once, of accounts whose profiles let go of something before. */
const apart: fc.Arbitrary<readonly Turn[]> = fc
  .tuple(
    fc.array(many, { minLength: 1, maxLength: 3 }),
    fc.array(fc.oneof(toldOf(observedMuch), labelled), { minLength: 1, maxLength: 10 }),
  )
  .map(([before, after]) => [
    { do: 'tell', events: LINKED },
    ...before,
    ...after.flatMap((event): Turn[] => [{ do: 'follow' }, { do: 'tell', events: [event] }]),
  ]);

/**
 * Events out of order, labels given and taken back, orders, corrected referrals, merges and erasures, each with others or alone,
 * also of accounts that show more than a profile keeps. But for devices: where two of more than that many merge, one that came
 * back counts as seen since then in a graph made anew, and since it was first seen in one that grew.
 */
export const turns: fc.Arbitrary<readonly Turn[]> = fc.oneof(
  storyOf(told, merge),
  storyOf(toldOf(observedMuch), fc.oneof(many, merge)),
  apart,
);

/** What an account showed first of a device, and the one it is part of now, which was seen with that device later, did not. */
export const HIDDEN: readonly Turn[] = [
  { do: 'tell', events: [onDevice('bob', 1, {}), onDevice('dan', 0, MAC)] },
  { do: 'follow' },
  { do: 'merge', accountId: 'dan', intoId: 'bob' },
];

/** Every token that anything told in a story is known by. */
export function tokensIn(story: readonly Turn[], tokenise: Tokenise): readonly TypedToken[] {
  const tokens = new Map<string, TypedToken>();
  const events = story.flatMap((turn) => (turn.do === 'tell' ? turn.events : []));
  for (const event of events)
    if (event.type === 'account.observed')
      for (const { type, token } of heldTokens(
        foldProfile(undefined, { ...event, id: '' }),
        tokenise,
      ))
        tokens.set(token, { type, token });
  return [...tokens.values()];
}
