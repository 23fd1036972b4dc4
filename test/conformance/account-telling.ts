import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountObserved, ObservedPayment, OrderUpdated } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { erasure } from './account-merging.ts';
import { day, observed, ordered } from './ledger-values.ts';

/** Everything told of an account, read so many events at a time. */
async function everyPage(
  { records }: ReviewedLedger,
  accountId: string,
  limit: number,
): Promise<readonly (AccountObserved | OrderUpdated)[]> {
  const all: (AccountObserved | OrderUpdated)[] = [];
  let after: number | undefined;
  do {
    const { told, next } = await records.told(accountId, limit, after);
    expect(told.length).toBeLessThanOrEqual(limit);
    all.push(...told);
    after = next;
  } while (after !== undefined);
  return all;
}

const paidWith = (fingerprint: string): { readonly payment: ObservedPayment } => ({
  payment: { kind: 'card', fingerprint },
});

/** What every ledger promises about what it was told of an account. */
export function telling(ledger: () => ReviewedLedger): void {
  test('everything told of an account is given as it was told, also what nothing shows any more', async () => {
    const seen = Array.from({ length: 12 }, (_, n) =>
      observed('ann', 12 - n, { email: `ann${n}@example.com` }),
    );
    const cards = ['one', 'two', 'three'].map((card, n) =>
      ordered(['o1', 'ann'], ['created', 13 + n], paidWith(card)),
    );
    const others = [observed('bob', 1), ordered(['o2', 'bob'], ['created', 1], paidWith('four'))];
    await ledger().append([...cards, ...others]);
    for (const event of seen) await ledger().append([event]);
    for (const limit of [1, 2, 15, 100])
      expect(await everyPage(ledger(), 'ann', limit)).toEqual([...cards, ...seen]);
    expect(await ledger().records.told('eve', 2)).toEqual({ told: [] });
  });

  test('an order that is somebody else’s now stays with whom it was told of', async () => {
    const [his, hers] = ['bob', 'ann'].map((id, n) =>
      ordered(['o1', id], ['created', 1 + n], paidWith(id)),
    );
    await ledger().append([his, hers].flatMap((event) => event ?? []));
    expect((await ledger().records.account('bob'))?.orders).toEqual([]);
    expect(await everyPage(ledger(), 'bob', 9)).toEqual([his]);
    expect(await everyPage(ledger(), 'ann', 9)).toEqual([hers]);
  });

  test('a merged account is told of under both names, an erased one by its orders alone', async () => {
    const told = [
      observed('ann2', 0, { email: 'ann@example.com' }),
      ordered(['o1', 'ann2'], ['created', 1], paidWith('card')),
      observed('ann', 2, { ip: '192.0.2.1' }),
    ];
    await ledger().append(told);
    await ledger().records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(3));
    const late = ordered(['o1', 'ann2'], ['confirmed', 4]);
    await ledger().append([late]);
    const all = [...told, late].map((event) => ({ ...event, accountId: 'ann' }));
    for (const name of ['ann', 'ann2']) expect(await everyPage(ledger(), name, 2)).toEqual(all);
    await ledger().append([erasure('ann2', 5), observed('ann', 6, { ip: '192.0.2.2' })]);
    const { payment: _, ...created } = { ...all[1], payment: undefined };
    expect(await everyPage(ledger(), 'ann', 2)).toEqual([created, all[3]]);
  });

  test('what is past its time is told no more, the rest of it is', async () => {
    const seen = observed('ann', 0, { email: 'ann@example.com', ip: '192.0.2.1' });
    await ledger().append([seen]);
    await ledger().upkeep.expire('ann', day(97));
    const { ip: _, ...left } = seen;
    expect(await everyPage(ledger(), 'ann', 9)).toEqual([left]);
  });
}
