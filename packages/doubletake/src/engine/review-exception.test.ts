import { beforeEach, describe, expect, it } from 'vitest';
import { approved, heldCase, leftBy, review } from '../../../../test/support/held-case.ts';
import { DAY, HELD_AT } from '../../../../test/support/held-reward.ts';
import { shippedParts } from '../../../../test/support/shipped-parts.ts';
import { createEngine } from './engine.ts';
import type { EngineParts } from './parts.ts';

let now: number;
let parts: EngineParts;
let caseId: string;
const engine = () => createEngine(parts);
const asked = () => ({ allowance: { reason: 'one household', expiresAt: now + 90 * DAY } });

beforeEach(async () => {
  now = HELD_AT;
  parts = shippedParts(() => now);
  caseId = await heldCase(parts, 1, 1);
});

describe('an exception for the pair', () => {
  it('waits for a second person whatever the amount, for it lets every amount pass', async () => {
    await engine().decide(review(caseId, asked()));
    now += DAY;
    expect(await engine().wake()).toEqual([]);
    expect(await leftBy(parts, caseId)).toMatchObject({
      state: 'awaiting_second',
      allowance: undefined,
    });
    await approved(parts, caseId);
    now += 10_000;
    expect(await engine().wake()).toMatchObject([{ action: 'pay', review: { secondBy: 'kim' } }]);
    expect(await leftBy(parts, caseId)).toMatchObject({ allowance: 'lea' });
  });

  it('ends with a person’s finding of fraud', async () => {
    await engine().decide(review(caseId, asked()));
    await approved(parts, caseId);
    now += 10_000;
    await engine().wake();
    expect(await leftBy(parts, caseId)).toMatchObject({ allowance: 'lea' });
    const { desk } = parts.ledger;
    await desk.act({ do: 'reopen', caseId, by: 'max', at: now, reason: 'appeal' });
    const found = { by: 'max', outcome: 'block', label: 'fraud' } as const;
    await engine().decide(
      review(caseId, { ...found, reason: 'REVIEWED_SAME_PERSON', commandId: 'c2' }),
    );
    now += 10_000;
    expect(await engine().wake()).toMatchObject([{ outcome: 'block' }]);
    expect(await leftBy(parts, caseId)).toMatchObject({ allowance: undefined });
  });
});
