import { isStorable } from '@doubletake/ledger';
import { LATEST } from '@doubletake/scoring';
import { describe, expect, test } from 'vitest';
import { eraseAccount } from '../care/erase-account.ts';
import { mergeAccounts } from '../care/merge-accounts.ts';
import { openDoubletake } from '../open-doubletake.ts';
import { checkRequest } from './screening-request.ts';

describe('what a screening may be asked', () => {
  test.each([
    { id: 'rew_1', may: true },
    { id: '👩‍👩‍👧', may: true },
    { id: '', may: true },
    { id: 'a\0b', may: false },
    { id: '\ud83d', may: false },
  ])('whether $id may be the id of a reward: $may', ({ id, may }) => {
    expect(isStorable(id)).toBe(may);
  });

  const trigger = 'job-1';
  test.each([
    { note: 'an id and an instant', asked: { trigger, at: 0 }, fails: false },
    { note: 'a trigger with NUL', asked: { trigger: 'a\0', at: 0 }, fails: true },
    {
      note: 'a trigger as long as a book',
      asked: { trigger: 'x'.repeat(201), at: 0 },
      fails: true,
    },
    { note: 'a trigger of ours', asked: { trigger: 'review:c1', at: 0 }, fails: true },
    { note: 'no number', asked: { trigger, at: Number.NaN }, fails: true },
    { note: 'half a millisecond', asked: { trigger, at: 1.5 }, fails: true },
    { note: 'before 1970', asked: { trigger, at: -1 }, fails: true },
    { note: 'the last that can be written', asked: { trigger, at: LATEST }, fails: false },
    { note: 'later than can be written', asked: { trigger, at: LATEST + 1 }, fails: true },
  ])('$note', ({ asked, fails }) => {
    const check = () => checkRequest(asked);
    if (fails) expect(check).toThrow(RangeError);
    else expect(check).not.toThrow();
  });
});

test.each([
  { note: 'a conclusion at half a millisecond', more: { at: 1.5 } },
  { note: 'an undo window of half a millisecond', more: { undoFor: 1.5 } },
  {
    note: 'an exception that ends at half a millisecond',
    more: { allowance: { reason: 'family', expiresAt: 1.5 } },
  },
])('no case takes $note, which would stop every later `wake`', async ({ more }) => {
  const engine = await openDoubletake();
  const review = { caseId: 'dec_1', by: 'lea', commandId: 'c1', scoreVisible: true } as const;
  const said = { outcome: 'release', reason: 'REVIEWED_GENUINE', label: 'honest' } as const;
  await expect(engine.decide({ ...review, ...said, ...more })).rejects.toThrow(RangeError);
  await engine.close();
});

test.each(['a\0b', 'a\ud83d'])('no id that cannot be one stops anything else: %j', async (id) => {
  const engine = await openDoubletake();
  const told = { outcome: 'release', reason: 'REVIEWED_GENUINE', label: 'honest' } as const;
  const review = { ...told, by: 'lea', commandId: 'c1', scoreVisible: true };
  expect(await engine.screenMany([id, 'r1'])).toEqual([undefined, undefined]);
  expect(await engine.decide({ ...review, caseId: id })).toMatchObject({ refusal: 'case_unknown' });
  expect((await engine.decideMany({ ...review, caseIds: [id, 'dec_1'] })).items).toHaveLength(2);
  expect(await engine.record({ id, type: 'account.erased', accountId: id })).toMatchObject({
    outcome: 'refused',
  });
  for (const care of [
    eraseAccount(engine.parts, id),
    mergeAccounts(engine.parts, { accountId: id, intoId: 'ann', by: 'lea' }),
  ])
    await expect(care).rejects.toMatchObject({ code: 'ledger_text_refused' });
  await engine.close();
});
