import type { ReviewedLedger } from '@doubletake/ledger';
import type { Decision } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, decided, referred, write } from './ledger-values.ts';
import { conclusion, done, held, HOUR, NOW, OPENED } from './review-values.ts';

interface Around {
  readonly rewardId: string;
  readonly pair: readonly [string, string];
  readonly beneficiaryId?: string;
  readonly orderId?: string;
  readonly decision?: Partial<Decision>;
}

/** What is linked to `a`, and what is not; opened an hour after each other, in this order. */
const AROUND: readonly Around[] = [
  { rewardId: 'a', pair: ['ann', 'bob'], orderId: 'stay' },
  { rewardId: 'b', pair: ['ann', 'cat'] },
  { rewardId: 'c', pair: ['dan', 'eve'] },
  { rewardId: 'd', pair: ['bob', 'eve'] },
  { rewardId: 'e', pair: ['dan', 'ann'] },
  { rewardId: 'f', pair: ['dan', 'fay'], beneficiaryId: 'bob' },
  { rewardId: 'g', pair: ['dan', 'gus'], orderId: 'stay' },
  { rewardId: 'h', pair: ['ann', 'bob'] },
];

async function openedAround(ledger: ReviewedLedger): Promise<void> {
  for (const [nth, { rewardId, pair, beneficiaryId, orderId, decision }] of AROUND.entries()) {
    const referral = referred([pair[0], pair[1]], 0);
    const { referralId } = referral;
    const more = {
      referralId,
      beneficiaryId: beneficiaryId ?? pair[0],
      orderId: orderId ?? rewardId,
    };
    await ledger.append([referral, accrued(rewardId, 1, more)]);
    await ledger.commit(write(held(rewardId, { at: OPENED + nth * HOUR, ...decision })));
  }
}

/** Answers a case as a person, at some hour. */
async function answer(
  ledger: ReviewedLedger,
  [rewardId, outcome, hour]: readonly [string, 'release' | 'block', number],
): Promise<void> {
  const at = NOW + hour * HOUR;
  await done(ledger, conclusion(`dec-${rewardId}`, { at, outcome }));
  await ledger.desk.lapse(at + HOUR / 2, 10);
  const action = outcome === 'release' ? 'pay' : 'void';
  const decision = decided(rewardId, action, { on: 0, id: `answer-${rewardId}` });
  await ledger.commit(write({ ...decision, at: at + HOUR, stage: 'review' }));
}

export function caseLinkTests(give: () => ReviewedLedger): void {
  const linked = async (caseId: string, limit = 50): Promise<string> =>
    (await give().desk.linked(caseId, limit)).map(({ rewardId }) => rewardId).join('');

  test('cases are linked by order and by people in any part: those not closed first, then the last opened', async () => {
    await openedAround(give());
    expect(await linked('dec-a')).toBe('hgfedb');
    await answer(give(), ['h', 'block', 0]);
    await answer(give(), ['b', 'release', 1]);
    expect(await linked('dec-a')).toBe('gfedhb');
    expect(await linked('dec-a', 5)).toBe('gfedh');
    expect(await linked('dec-c')).toBe('gfed');
    expect(await linked('nothing')).toBe('');
  });

  test('similar cases are closed ones of the programme that the same rules held, and tell what they became', async () => {
    const ledger = give();
    const other = { determiningRules: ['pack/device', 'pack/payment'] };
    const rows = AROUND.map((row) => (row.rewardId === 'g' ? { ...row, decision: other } : row));
    for (const [nth, { rewardId, decision }] of rows.entries()) {
      const programme = rewardId === 'f' ? { programmeId: 'partners' } : {};
      await ledger.append([
        referred(['ann', 'bob'], 0),
        accrued(rewardId, 1, { orderId: rewardId, ...programme }),
      ]);
      const at = OPENED + nth * HOUR;
      await ledger.commit(write(held(rewardId, { at, ...programme, ...decision })));
    }
    const similar = () => ledger.desk.similar('dec-a', 3);
    const none = { count: 0, orMore: false };
    expect(await similar()).toEqual({ released: none, blocked: none, latest: [] });
    const answers: readonly (readonly [string, 'release' | 'block', number])[] = [
      ['b', 'release', 1],
      ['c', 'block', 4],
      ['d', 'release', 3],
      ['f', 'release', 5],
      ['g', 'release', 6],
      ['h', 'release', 2],
    ];
    for (const row of answers) await answer(ledger, row);
    await ledger.commit(write(decided('e', 'void', { on: 99 })));
    const found = await similar();
    expect(found).toMatchObject({
      released: { count: 3, orMore: false },
      blocked: { count: 1, orMore: false },
    });
    expect(found?.latest.map(({ rewardId }) => rewardId).join('')).toBe('cdh');
    // Not its own neighbour once it is closed.
    await answer(ledger, ['a', 'block', 9]);
    expect((await similar())?.latest.map(({ rewardId }) => rewardId).join('')).toBe('cdh');
    expect(await ledger.desk.similar('nothing', 3)).toBeUndefined();
  });
}
