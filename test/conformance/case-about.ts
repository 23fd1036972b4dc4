import type { ReviewedLedger } from '@doubletake/ledger';
import type { DomainEvent } from '@doubletake/scoring';
import { describe, expect, test } from 'vitest';
import { accrued, day, decided, observed, referred, write } from './ledger-values.ts';
import { conclusion, done, held, NOW, openCase } from './review-values.ts';

const CASE = 'dec-r1';
/** `r1` of `ann`, who brought `bob`, as `openCase` has it; told again, but of earlier, it is as said here. */
const again = (more: object): DomainEvent => accrued('r1', 0, { orderId: 'order-r1', ...more });
const byEve = (on = -1): DomainEvent => referred(['eve', 'bob'], on, { referralId: 'ann-bob' });

interface Row {
  readonly note: string;
  readonly told: readonly DomainEvent[];
  /** What its case is about from then on; an undefined key must be absent. */
  readonly about: object;
}

const ROWS: readonly Row[] = [
  {
    note: 'its money and its order',
    told: [accrued('r1', 0, { amount: { minor: 9, currency: 'USD' } })],
    about: { amount: { minor: 9, currency: 'USD' }, orderId: undefined, beneficiaryId: 'ann' },
  },
  {
    note: 'its beneficiary',
    told: [again({ beneficiaryId: 'eve' })],
    about: { beneficiaryId: 'eve' },
  },
  { note: 'its programme', told: [again({ programmeId: 'vip' })], about: { programmeId: 'vip' } },
  {
    note: 'its referral',
    told: [byEve()],
    about: { referrerId: 'eve', refereeId: 'bob', beneficiaryId: 'ann' },
  },
  {
    note: 'that it is of another referral',
    told: [referred(['eve', 'cat'], 0), again({ referralId: 'eve-cat' })],
    about: { referrerId: 'eve', refereeId: 'cat' },
  },
  {
    note: 'that it is of a referral that nobody told yet',
    told: [again({ referralId: 'later' })],
    about: { referrerId: undefined, refereeId: undefined, beneficiaryId: 'ann' },
  },
  {
    note: 'of its referral what comes later: the first stands',
    told: [byEve(5)],
    about: { referrerId: 'ann', refereeId: 'bob' },
  },
];

/** What every desk promises of what its cases are about. */
export function caseAboutTests(ledger: () => ReviewedLedger): void {
  const found = async () => ledger().desk.find(CASE);

  describe.each(ROWS)('a case follows its reward: told $note', ({ told, about }) => {
    test('while it is open, whatever it is screened to', async () => {
      await openCase(ledger());
      await ledger().append(told);
      const restated = await found();
      expect({ ...restated, ...about }).toEqual(restated);
      await ledger().commit(write(held('r1', { decisionId: 'dec-again', at: NOW })));
      const screened = await found();
      expect(screened).toMatchObject({ decisionId: 'dec-again' });
      expect({ ...screened, ...about }).toEqual(screened);
    });

    test('not once it is closed, until it is opened again', async () => {
      await openCase(ledger());
      await ledger().commit(write(decided('r1', 'void', { on: 11 })));
      const closed = await found();
      await ledger().append(told);
      expect(await found()).toEqual(closed);
      const reopen = { do: 'reopen', caseId: CASE, by: 'kim', at: NOW, reason: 'appeal' } as const;
      const reopened = await done(ledger(), reopen);
      expect({ ...reopened, ...about }).toEqual(reopened);
      expect(await found()).toEqual(reopened);
    });
  });

  test('a case opened before its referral was told names the pair from then on', async () => {
    await ledger().append([accrued('r1', 1)]);
    await ledger().commit(write(held('r1')));
    expect(await found()).not.toHaveProperty('refereeId');
    await ledger().append([referred(['ann', 'bob'], 2)]);
    expect(await found()).toMatchObject({ referrerId: 'ann', refereeId: 'bob' });
    const { cases } = await ledger().desk.page({ filter: { id: 'bob' } });
    expect(cases).toMatchObject([{ case: { caseId: CASE } }]);
  });

  test('whoever has a case in hand keeps it', async () => {
    await openCase(ledger());
    const { lease } = await done(ledger(), { do: 'claim', caseId: CASE, by: 'lea', at: NOW });
    await ledger().append([byEve()]);
    expect(await found()).toMatchObject({ lease, referrerId: 'eve' });
  });

  test('a conclusion says whom it was about, whatever is told later', async () => {
    await openCase(ledger());
    await done(ledger(), conclusion(CASE));
    await ledger().append([byEve(), again({ beneficiaryId: 'eve' })]);
    await ledger().desk.lapse(NOW + 10_000, 10);
    const [settled] = await ledger().desk.settled(10);
    const about = { amount: { minor: 2000, currency: 'EUR' }, orderId: 'order-r1' };
    expect(settled?.about).toEqual({
      ...about,
      referrerId: 'ann',
      refereeId: 'bob',
      beneficiaryId: 'ann',
    });
    expect(await found()).toMatchObject({ referrerId: 'eve', beneficiaryId: 'eve' });
  });

  test('an account that became part of another is nobody else', async () => {
    await ledger().append(['ann', 'bob', 'cat'].map((id) => observed(id, 0)));
    await openCase(ledger());
    await done(ledger(), conclusion(CASE));
    await ledger().desk.lapse(NOW + 10_000, 10);
    for (const [accountId, intoId] of [
      ['ann', 'cat'],
      ['bob', 'ann'],
    ] as const)
      await ledger().records.merge({ accountId, intoId, by: 'lea' }, NOW);
    const now = { referrerId: 'cat', refereeId: 'cat', beneficiaryId: 'cat' };
    expect(await found()).toMatchObject(now);
    expect((await ledger().desk.settled(10))[0]?.about).toMatchObject(now);
  });

  describe.each([
    { note: 'named it before', told: [byEve()], gone: 'ann', with: { beneficiaryId: 'dan' } },
    { note: 'names it now', told: [byEve()], gone: 'eve', with: {} },
    {
      note: 'names none, but its reward does',
      closed: true,
      told: [byEve()],
      gone: 'eve',
      with: {},
    },
    {
      note: 'named another beneficiary when it was closed',
      closed: true,
      told: [again({ beneficiaryId: 'dan' })],
      gone: 'dan',
      with: {},
    },
    {
      note: 'was closed before its referral was told',
      closed: true,
      unreferred: true,
      told: [referred(['ann', 'bob'], 2)],
      gone: 'bob',
      with: {},
    },
  ])('an erased account takes its words along from a case that $note', (row) => {
    test.each([
      { erased: row.gone, left: 0 },
      { erased: 'zoe', left: 1 },
    ])('erased $erased: $left left', async ({ erased, left }) => {
      await ledger().append([
        ...(row.unreferred === true ? [] : [referred(['ann', 'bob'], 0)]),
        accrued('r1', 1, { orderId: 'order-r1', ...row.with }),
      ]);
      await ledger().commit(write(held('r1')));
      const allowance = { reason: 'they share a tablet', expiresAt: day(99) };
      await done(ledger(), conclusion(CASE, { outcome: 'release', allowance, note: 'words' }));
      if (row.closed === true) await ledger().commit(write(decided('r1', 'void', { on: 11 })));
      await ledger().append(row.told);
      const gone = { id: 'gone', at: day(12), accountId: erased } as const;
      await ledger().append([{ ...gone, type: 'account.erased' }]);
      expect(await ledger().desk.notes({ kind: 'case', id: CASE })).toHaveLength(left);
      const reason = left === 1 ? allowance.reason : 'erased';
      expect((await found())?.conclusion?.allowance).toMatchObject({ reason });
      expect(await ledger().desk.conclusions(CASE)).toMatchObject([{ allowance: { reason } }]);
    });
  });
}
