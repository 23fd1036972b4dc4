import type {
  AccountErased,
  AccountObserved,
  DomainEvent,
  LabelRecorded,
  OrderUpdated,
  ReferralAttributed,
  RewardAccrued,
  RewardDue,
  RewardPaid,
  RewardReversed,
} from '@doubletake/scoring';
import fc from 'fast-check';

/** Thirteen digits and more may be a card number, which no event may carry. */
const MAYBE_CARD = /^[\s\p{Pd}]*(?:\d[\s\p{Pd}]*){13,}$/u;
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Any text an event may carry: not blank, in any script. */
const text: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
  .filter((value) => value.trim() !== '' && !MAYBE_CARD.test(value) && !UNSTORABLE.test(value));

/** A host's id; few enough that ids meet. */
const id: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((number) => `id-${number}`),
  fc.stringMatching(/^[a-z]{2,4}_[0-9a-f]{1,10}$/),
);

/** Epoch milliseconds of the years 2000 to 2099. */
const instant: fc.Arbitrary<number> = fc.integer({
  min: Date.UTC(2000, 0, 1),
  max: Date.UTC(2099, 11, 31),
});

const money = fc.record({ minor: fc.maxSafeNat(), currency: fc.stringMatching(/^[A-Z]{3}$/) });

const day = instant.map((at) => new Date(at).toISOString().slice(0, 10));

const payment = fc.record(
  {
    kind: fc.constantFrom('card', 'paypal', 'iban', 'bank_token', 'wallet'),
    fingerprint: text,
    provider: text,
    bin: fc.stringMatching(/^\d{6,8}$/),
    last4: fc.stringMatching(/^\d{4}$/),
    expiry: fc.constantFrom('01/27', '12/30', '2028-09'),
  },
  { requiredKeys: ['kind', 'fingerprint'] },
);

const storableJson = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
  .filter((value) => !/__proto__|\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)));

const componentName = fc.oneof(
  fc.constantFrom('canvas', 'fonts', 'constructor', 'toString', 'webGlBasics'),
  fc.stringMatching(/^[a-z][A-Za-z]{0,12}$/),
);

const device = fc
  .record(
    {
      visitorId: fc.stringMatching(/^[0-9a-f]{32}$/),
      version: fc.constantFrom('4.6.1', '5.0.0'),
      confidence: fc.oneof(
        share(),
        fc.record({ score: share(), comment: text }, { requiredKeys: ['score'] }),
      ),
      installationId: fc.oneof(
        fc.constantFrom('here', 'there'),
        fc.stringMatching(/^[0-9a-f]{32}$/),
      ),
      components: fc.dictionary(
        componentName,
        fc.record({ value: storableJson }, { requiredKeys: [] }),
        { maxKeys: 5, noNullPrototype: true },
      ),
    },
    { requiredKeys: [] },
  )
  .filter((value) => 'visitorId' in value || 'installationId' in value || 'components' in value);

function share(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
}

const some = <Value extends object>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  arbitrary.filter((value) => Object.keys(value).length > 0);

const observation = some(
  fc.record(
    {
      roles: fc.subarray(
        ['customer', 'partner', 'affiliate', 'creator', 'agent', 'employee'] as const,
        { minLength: 1 },
      ),
      status: text,
      organisationId: id,
      createdAt: instant,
      person: some(
        fc.record(
          { givenName: text, familyName: text, fullName: text, birthDate: day },
          { requiredKeys: [] },
        ),
      ),
      email: fc.oneof(fc.constantFrom('ann@example.com', 'bob@example.com'), fc.emailAddress()),
      phone: fc.record(
        { number: fc.stringMatching(/^\+?[0-9 -]{4,18}[0-9]$/), region: fc.constant('FR') },
        { requiredKeys: ['number'] },
      ),
      address: fc.record(
        {
          lines: fc.array(fc.oneof(text, fc.constant('')), { minLength: 1, maxLength: 3 }),
          city: text,
          region: text,
          postalCode: text,
          country: text,
        },
        { requiredKeys: ['lines'] },
      ),
      payment,
      device,
      ip: fc.oneof(fc.constantFrom('192.0.2.1', '192.0.2.2'), fc.ipV4(), fc.ipV6()),
      network: some(
        fc.record(
          {
            vpn: fc.boolean(),
            proxy: fc.boolean(),
            hosting: fc.boolean(),
            tor: fc.boolean(),
            mobile: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
);

/** Without null prototypes, which no JSON has. */
const plain = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  arbitrary.map((value) => structuredClone(value));

const header = <Type extends DomainEvent['type']>(type: Type) => ({
  id,
  type: fc.constant(type),
  at: instant,
});

export const accountObserved: fc.Arbitrary<AccountObserved> = plain(
  fc
    .tuple(fc.record({ ...header('account.observed'), accountId: id }), observation)
    .map(([head, observed]) => ({ ...head, ...observed })),
);

const referralAttributed: fc.Arbitrary<ReferralAttributed> = plain(
  fc.record(
    {
      ...header('referral.attributed'),
      referralId: id,
      programmeId: id,
      referrerId: id,
      refereeId: id,
      method: fc.constantFrom('link', 'code', 'mention', 'manager_key', 'discount_card'),
      code: text,
      tag: text,
      clickedAt: instant,
      employeeId: id,
    },
    { requiredKeys: ['id', 'type', 'at', 'referralId', 'programmeId', 'referrerId', 'refereeId'] },
  ),
);

export const orderUpdated: fc.Arbitrary<OrderUpdated> = plain(
  fc.record(
    {
      ...header('order.updated'),
      orderId: id,
      accountId: id,
      status: fc.constantFrom(
        'created',
        'confirmed',
        'completed',
        'cancelled',
        'refunded',
        'charged_back',
      ),
      amount: money,
      startsAt: instant,
      endsAt: instant,
      payment,
      category: text,
    },
    { requiredKeys: ['id', 'type', 'at', 'orderId', 'accountId', 'status'] },
  ),
);

export const rewardAccrued: fc.Arbitrary<RewardAccrued> = plain(
  fc
    .tuple(
      fc.record({
        ...header('reward.accrued'),
        rewardId: id,
        programmeId: id,
        referralId: id,
        beneficiaryId: id,
        side: fc.constantFrom('referrer', 'referee', 'partner'),
        channel: fc.constantFrom('referral', 'affiliate', 'creator'),
        kind: fc.constantFrom('credit', 'cash', 'commission', 'discount', 'bonus'),
        amount: money,
      }),
      fc.record({ orderId: id }, { requiredKeys: [] }),
    )
    .map(([reward, order]) => ({ ...reward, ...order })),
);

export const rewardDue: fc.Arbitrary<RewardDue> = plain(
  fc.record({
    ...header('reward.due'),
    rewardId: id,
  }),
);

export const rewardPaid: fc.Arbitrary<RewardPaid> = plain(
  fc.record({
    ...header('reward.paid'),
    rewardId: id,
  }),
);

export const rewardReversed: fc.Arbitrary<RewardReversed> = plain(
  fc.record({
    ...header('reward.reversed'),
    rewardId: id,
  }),
);

export const labelRecorded: fc.Arbitrary<LabelRecorded> = plain(
  fc.record({
    ...header('label.recorded'),
    rewardId: id,
    label: fc.constantFrom('fraud', 'honest', 'policy', 'unsure'),
    by: text,
  }),
);

const accountErased: fc.Arbitrary<AccountErased> = plain(
  fc.record({
    ...header('account.erased'),
    accountId: id,
  }),
);

/** Any event of the contract. */
export const domainEvent: fc.Arbitrary<DomainEvent> = fc.oneof(
  { arbitrary: accountObserved, weight: 4 },
  referralAttributed,
  { arbitrary: orderUpdated, weight: 2 },
  rewardAccrued,
  rewardDue,
  rewardPaid,
  rewardReversed,
  labelRecorded,
  accountErased,
);
