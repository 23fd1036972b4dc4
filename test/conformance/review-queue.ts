import type { ReviewedLedger } from '@doubletake/ledger';
import { CASE_SORTS, type CaseFilter, type CasePageRequest } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import {
  conclusion,
  done,
  HOUR,
  MINUTE,
  NOW,
  OPENED,
  opened,
  type Opening,
} from './review-values.ts';

/** Five cases that differ in everything a filter looks at. */
const CASES: readonly Opening[] = [
  { rewardId: 'a', minor: 500, decision: { at: OPENED + 4, score: 90 } },
  { rewardId: 'b', minor: 700, decision: { at: OPENED + 3, score: 10.5 } },
  { rewardId: 'c', minor: 700, currency: 'USD', decision: { at: OPENED + 2, score: 50 } },
  {
    rewardId: 'd',
    minor: 900,
    decision: {
      at: OPENED + 1,
      programmeId: 'partners',
      score: 50,
      reasons: [
        { code: 'SHARED_DEVICE', rule: 'p/x', text: '', customerText: '' },
        { code: 'BURST', rule: 'p/y', text: '', customerText: '' },
      ],
      determiningRules: ['p/x', 'p/y'],
    },
  },
  { rewardId: 'e', minor: 100, decision: { at: OPENED, score: 70 } },
];

/** Which cases pass, in the order they are due. `b` is handed to kim, `e` leased by lea, `c` escalated. */
const FILTERS: readonly (readonly [note: string, filter: CaseFilter, rewards: string])[] = [
  ['everything that waits', {}, 'edcba'],
  ['one state', { states: ['escalated'] }, 'c'],
  ['no state at all', { states: [] }, ''],
  ['several states', { states: ['escalated', 'open', 'closed'] }, 'edcba'],
  ['programme', { programmeId: 'partners' }, 'd'],
  ['reason, one of several', { reason: 'BURST' }, 'd'],
  ['reason everybody has', { reason: 'SHARED_DEVICE' }, 'edcba'],
  ['rule', { rule: 'pack/device' }, 'ecba'],
  ['currency', { currency: 'USD' }, 'c'],
  ['amounts, both ends included', { minorFrom: 500, minorTo: 700 }, 'cba'],
  ['scores, both ends included', { scoreFrom: 10.5, scoreTo: 50 }, 'dcb'],
  ['age', { openedFrom: OPENED + 1, openedTo: OPENED + 3 }, 'dcb'],
  ['when it is due', { dueFrom: OPENED + 1 + 48 * HOUR, dueTo: OPENED + 3 + 48 * HOUR }, 'dcb'],
  ['handed to a person', { assignee: 'kim' }, 'b'],
  ['handed to nobody', { assignee: null }, 'edca'],
  ['in somebody’s hands', { leasedBy: 'lea' }, 'e'],
  ['id of a case', { id: 'dec-a' }, 'a'],
  ['id of a reward', { id: 'b' }, 'b'],
  ['id of an order', { id: 'order-c' }, 'c'],
  ['id of a referee', { id: 'bob' }, 'edcba'],
  ['id of nothing', { id: 'nothing' }, ''],
  [
    'everything at once',
    { programmeId: 'guest', currency: 'EUR', minorTo: 600, scoreFrom: 80 },
    'a',
  ],
  ['what SQL would trip over', { id: "x' or true --", reason: '"]', rule: '%' }, ''],
];

const rewards = async (ledger: ReviewedLedger, request: CasePageRequest): Promise<string> =>
  (await ledger.desk.page(request)).cases.map((row) => row.case.rewardId).join('');

export function caseQueueTests(give: () => ReviewedLedger): void {
  const filled = async (): Promise<ReviewedLedger> => {
    const ledger = give();
    await opened(ledger, CASES);
    const by = { by: 'lea', at: NOW };
    await done(ledger, { do: 'hand_over', caseId: 'dec-b', ...by, to: 'kim' });
    await done(ledger, { do: 'escalate', caseId: 'dec-c', ...by, reason: 'unsure' });
    await done(ledger, { do: 'claim', caseId: 'dec-e', ...by });
    return ledger;
  };
  test('a filter lets through what it names, and counts the same', async () => {
    const ledger = await filled();
    for (const [note, filter, wanted] of FILTERS)
      expect([note, await rewards(ledger, { filter })]).toEqual([note, wanted]);
    const counts = await ledger.desk.counts(FILTERS.map(([, filter]) => filter));
    expect(counts).toEqual(
      FILTERS.map(([, , wanted]) => ({ count: wanted.length, orMore: false })),
    );
    expect(await ledger.desk.counts([])).toEqual([]);
  });

  test.each([
    ['due', false, 'edcba'],
    ['due', true, 'abcde'],
    ['opened', false, 'edcba'],
    ['amount', false, 'eabcd'],
    ['amount', true, 'dcbae'],
    ['score', false, 'bcdea'],
    ['score', true, 'aedcb'],
  ] as const)(
    'the queue by %s, descending %s, pages there and back',
    async (sort, descending, all) => {
      const ledger = await filled();
      const request = { sort, descending, limit: 2 };
      const there: string[] = [];
      let page = await ledger.desk.page(request);
      expect(page).not.toHaveProperty('previous');
      for (;;) {
        there.push(page.cases.map((row) => row.case.rewardId).join(''));
        if (page.next === undefined) break;
        page = await ledger.desk.page({ ...request, after: page.next });
      }
      expect(there).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
      const back: string[] = [];
      while (page.previous !== undefined) {
        page = await ledger.desk.page({ ...request, before: page.previous });
        back.push(page.cases.map((row) => row.case.rewardId).join(''));
      }
      expect(back).toEqual([all.slice(2, 4), all.slice(0, 2)]);
      expect(page).toHaveProperty('next');
    },
  );

  test('a row counts the other cases of its referrer', async () => {
    const ledger = await filled();
    const { cases } = await ledger.desk.page({ limit: 1 });
    expect(cases.map(({ linked }) => linked)).toEqual([4]);
  });

  test.each(['', 'x', 'WzEsMl0', Buffer.from('[1,2,"dec-a"]').toString('base64url')])(
    'a cursor that is none of this order is refused: `%s`',
    async (after) => {
      await expect(give().desk.page({ after })).rejects.toThrow(
        expect.objectContaining({ code: 'ledger_cursor_invalid' }),
      );
    },
  );

  test.each([
    { note: 'half a millisecond', sort: 'due', key: '1.5', caseId: 'dec-a' },
    { note: 'an instant beyond all', sort: 'opened', key: '1e300', caseId: 'dec-a' },
    {
      note: 'more money than is counted',
      sort: 'amount',
      key: '9007199254740992',
      caseId: 'dec-a',
    },
    { note: 'a score that is no number', sort: 'score', key: '1e999', caseId: 'dec-a' },
    { note: 'NUL in the id', sort: 'due', key: '1', caseId: 'a\0b' },
    { note: 'half a character in the id', sort: 'due', key: '1', caseId: '\ud83d' },
  ] as const)('a cursor with $note is refused', async ({ sort, key, caseId }) => {
    const place = `[${CASE_SORTS.indexOf(sort)},${key},${JSON.stringify(caseId)}]`;
    const after = Buffer.from(place).toString('base64url');
    await expect(give().desk.page({ sort, after })).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_cursor_invalid' }),
    );
  });

  test('the next case is mine, then nobody’s by its due time, then what I skipped', async () => {
    const ledger = await filled();
    const served: string[] = [];
    const skip = async (by: string, at: number) => {
      const next = await ledger.desk.claimNext({ by, at });
      if (next === undefined) return;
      served.push(next.rewardId);
      const { caseId } = next;
      await done(ledger, { do: 'skip', caseId, by, at, reason: 'not_mine' });
    };
    // `e` is in lea's hands until its lease ends.
    for (const at of [0, 1, 2, 3, 4]) await skip('kim', NOW + at);
    expect(served.join('')).toBe('bdcad');
    served.length = 0;
    await skip('kim', NOW + 15 * MINUTE);
    expect(served.join('')).toBe('e');
    const other = await ledger.desk.claimNext({ by: 'max', at: NOW + 15 * MINUTE });
    expect(other?.rewardId).toBe('e');
  });

  test('a filter narrows what comes next; what is decided does not come', async () => {
    const ledger = await filled();
    await done(ledger, conclusion('dec-d', { by: 'kim' }));
    const filter = { minorFrom: 700, minorTo: 900 };
    const next = (by: string) => ledger.desk.claimNext({ by, at: NOW, filter });
    expect((await next('max'))?.rewardId).toBe('c');
    expect(await next('noa')).toBeUndefined();
    expect(await ledger.desk.claimNext({ by: 'noa', at: NOW, filter: { states: [] } })).toBe(
      undefined,
    );
  });

  test('a count stops where nobody reads on; 20 people claiming at once get every case once', async () => {
    const ledger = give();
    const ids = Array.from({ length: 501 }, (_, n) => `w${n}`);
    await opened(ledger, ids);
    const counts = await ledger.desk.counts([{}, { id: 'w1' }]);
    expect(counts).toEqual([
      { count: 500, orMore: true },
      { count: 1, orMore: false },
    ]);
    const claim = async (by: string): Promise<string[]> => {
      const mine: string[] = [];
      for (;;) {
        const next = await ledger.desk.claimNext({ by, at: NOW + HOUR });
        if (next === undefined) return mine;
        mine.push(next.rewardId);
      }
    };
    const people = Array.from({ length: 20 }, (_, n) => claim(`person-${n}`));
    const claimed = (await Promise.all(people)).flat();
    expect(claimed.toSorted()).toEqual(ids.toSorted());
  });
}
