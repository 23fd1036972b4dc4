import { expect, test } from 'vitest';
import { approved, heldCase, leftBy, review } from '../../../../test/support/held-case.ts';
import { DAY, HELD_AT } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';

test('a process that ends between any two steps leaves one decision, one label, one allowance', async () => {
  const whole = await interrupted(Infinity);
  expect(whole).toMatchObject({ label: 'honest', allowance: 'lea', state: 'closed' });
  for (let calls = 0; calls < 20; calls += 1) expect(await interrupted(calls)).toEqual(whole);
});

/** Settles a review through a ledger that dies, before and then after doing it, at its n-th call. */
async function interrupted(calls: number): Promise<object> {
  let now = HELD_AT;
  const parts = shippedParts(() => now);
  const engine = createEngine(parts);
  const caseId = await heldCase(parts);
  const allowance = { reason: 'one household', expiresAt: now + 90 * DAY };
  await engine.decide(review(caseId, { allowance }));
  await approved(parts, caseId);
  now += 10_000;
  const { ledger } = parts;
  for (const dies of ['before', 'after'] as const) {
    let leftToDo = calls;
    const dying = <Given extends readonly unknown[], Result>(
      call: (...given: Given) => Promise<Result>,
    ) => {
      return async (...given: Given): Promise<Result> => {
        leftToDo -= 1;
        if (leftToDo < 0 && dies === 'before') throw new Error('killed');
        const result = await call(...given);
        if (leftToDo < 0) throw new Error('killed');
        return result;
      };
    };
    const { desk } = ledger;
    const killed = {
      ...ledger,
      desk: { ...desk, lapse: dying(desk.lapse), settled: dying(desk.settled) },
      append: dying(ledger.append),
      allow: dying(ledger.allow),
      read: dying(ledger.read),
      commit: dying(ledger.commit),
    };
    await createEngine({ ...parts, ledger: killed })
      .wake()
      .catch((error: unknown) => expect(error).toMatchObject({ message: 'killed' }));
  }
  await engine.wake();
  const written = await parts.ledger.changes(0, 1000);
  return { ...(await leftBy(parts, caseId)), events: written?.events };
}
