import { describe, expect, test } from 'vitest';
import type { WorldEvent } from './contract.ts';
import { generateWorld } from './generate.ts';
import { ndjson } from './ndjson.ts';
import { PERSONAS } from './personas/index.ts';
import type { WorldPlan } from './world.ts';

const PLAN: WorldPlan = {
  seed: 'test',
  referrals: 120,
  background: 150,
  from: '2025-03-01',
  days: 90,
};
const { events, truth } = generateWorld(PLAN);

/** Keys an event of each type may have, beside `id`, `type` and `at`. */
const KEYS: { readonly [type in WorldEvent['type']]: readonly string[] } = {
  'account.observed':
    'accountId roles status organisationId createdAt person email phone address payment device ip network'.split(
      ' ',
    ),
  'referral.attributed':
    'referralId programmeId referrerId refereeId method code tag clickedAt employeeId'.split(' '),
  'order.updated': 'orderId accountId status amount startsAt endsAt payment category'.split(' '),
  'reward.accrued':
    'rewardId programmeId referralId orderId beneficiaryId side channel kind amount'.split(' '),
  'reward.due': ['rewardId'],
};

const ofType = <Type extends WorldEvent['type']>(type: Type) =>
  events.filter((event): event is Extract<WorldEvent, { type: Type }> => event.type === type);

/** Every text in an event but those where long digit runs are allowed. */
function texts(value: unknown, key = ''): string[] {
  if (key === 'phone' || key === 'device' || key.endsWith('At') || key === 'at') return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, held]) => texts(held, inner));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : Number(digit) * 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

const fraudShare = (rows: typeof truth): number =>
  rows.filter((row) => row.label === 'fraud').length / rows.length;

describe('a generated world', () => {
  test('the same seed gives the same bytes', () =>
    expect(ndjson(generateWorld(PLAN).events)).toBe(ndjson(events)));

  test('another seed gives another world', () =>
    expect(ndjson(generateWorld({ ...PLAN, seed: 'other' }).truth)).not.toBe(ndjson(truth)));

  test.each(PERSONAS.map(({ name, label }) => ({ name, label })))(
    'has rewards of $name',
    (persona) => {
      const labels = truth.filter((row) => row.persona === persona.name).map((row) => row.label);
      expect(new Set(labels)).toEqual(new Set([persona.label]));
    },
  );

  test('no event has a key outside the contract', () => {
    const foreign = events.flatMap((event) => {
      const allowed = ['id', 'type', 'at', ...KEYS[event.type]];
      return Object.keys(event).filter((key) => !allowed.includes(key));
    });
    expect(foreign).toEqual([]);
  });

  test('no text looks like a card number', () => {
    const digits = events
      .flatMap((event) => texts(event))
      .map((text) => text.replaceAll(/[ -]/gu, ''));
    expect(digits.filter((text) => /^\d{13,19}$/u.test(text) && passesLuhn(text))).toEqual([]);
  });

  test('truth covers every reward, once', () => {
    const accrued = new Set(ofType('reward.accrued').map((event) => event.rewardId));
    expect(new Set(truth.map((row) => row.rewardId))).toEqual(accrued);
    expect(truth.length).toBe(accrued.size);
  });

  test('every reward falls due after its order ended or fell through', () => {
    const due = new Map(ofType('reward.due').map((event) => [event.rewardId, event.at]));
    const ended = new Map(
      ofType('order.updated')
        .filter(({ status }) => status === 'completed' || status === 'cancelled')
        .map((event) => [event.orderId, event.at]),
    );
    const early = ofType('reward.accrued').filter(
      (event) => (due.get(event.rewardId) ?? '') <= (ended.get(event.orderId) ?? '~'),
    );
    expect(early).toEqual([]);
  });

  test('truth says cancelled and reversed exactly where the orders say so', () => {
    const ending = (statuses: readonly string[]) =>
      new Set(
        ofType('order.updated')
          .filter(({ status }) => statuses.includes(status))
          .map((event) => event.orderId),
      );
    const [cancelled, reversed] = [ending(['cancelled']), ending(['refunded', 'charged_back'])];
    const orders = new Map(
      ofType('reward.accrued').map((event) => [event.rewardId, event.orderId]),
    );
    for (const row of truth) {
      const orderId = orders.get(row.rewardId) ?? '';
      expect([row.cancelled, row.reversedAfterPayout]).toEqual([
        cancelled.has(orderId),
        reversed.has(orderId),
      ]);
    }
  });

  test('all five programmes pay, and shops see no device', () => {
    const programmes = new Set(ofType('reward.accrued').map((event) => event.programmeId));
    expect([...programmes].toSorted()).toEqual([
      'finders-fee',
      'guest-credit',
      'partner-commission',
      'reseller-key',
      'retail-promo',
    ]);
    const inShop = new Set(
      ofType('referral.attributed')
        .filter((event) => event.programmeId === 'retail-promo')
        .map((event) => event.refereeId),
    );
    const seen = ofType('account.observed').filter((event) => inShop.has(event.accountId));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((event) => event.device !== undefined || event.ip !== undefined)).toEqual(
      [],
    );
  });

  test('most customers belong to no referral', () => {
    const referred = new Set(
      ofType('referral.attributed').flatMap((event) => [event.referrerId, event.refereeId]),
    );
    const accounts = new Set(ofType('account.observed').map((event) => event.accountId));
    expect([...accounts].filter((id) => !referred.has(id)).length).toBeGreaterThan(100);
  });

  test('no account is seen before it exists', () => {
    // Young accounts that refer at once are where it could go wrong, and abusers have most of them.
    const { events: busy } = generateWorld({ ...PLAN, referrals: 400, rates: { abuse: 0.5 } });
    const created = new Map<string, string>();
    for (const event of busy)
      if (event.type === 'account.observed' && event.createdAt !== undefined)
        created.set(event.accountId, event.createdAt);
    const early = busy.filter(
      (event) => 'accountId' in event && event.at < (created.get(event.accountId) ?? '~'),
    );
    expect(early).toEqual([]);
  });

  test('with enough events, some come late and some twice', () => {
    const { events: arriving } = generateWorld({ ...PLAN, rates: { late: 0.05, twice: 0.05 } });
    const late = arriving.filter((event, index) => event.at < (arriving[index - 1]?.at ?? ''));
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(arriving.map((event) => event.id)).size).toBeLessThan(arriving.length);
  });

  test('the caller may fix a rate', () => {
    const { truth: quiet } = generateWorld({ ...PLAN, referrals: 400, rates: { abuse: 0.02 } });
    const { truth: loud } = generateWorld({ ...PLAN, referrals: 400, rates: { abuse: 0.4 } });
    expect(fraudShare(loud)).toBeGreaterThan(3 * fraudShare(quiet));
  });
});
