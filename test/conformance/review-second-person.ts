import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { conclusion, done, HOUR, NOW, openCase, refusal } from './review-values.ts';

/** When one person is not enough, and what the second may do. */
export function secondPersonTests(ledger: () => ReviewedLedger): void {
  test('above the limit a second person approves or sends back, never the first', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId, { secondPersonFrom: 2000, outcome: 'release' });
    const waiting = await done(ledger(), command);
    expect(waiting).toMatchObject({ state: 'awaiting_second' });
    expect(waiting.conclusion).not.toHaveProperty('finalAt');
    const { commandId } = command;
    const approve = { do: 'approve', caseId, by: 'kim', at: NOW + HOUR, commandId } as const;
    const back = {
      do: 'send_back',
      caseId,
      at: NOW + HOUR,
      commandId,
      reason: 'look_again',
    } as const;
    for (const act of [{ ...approve, by: 'lea' }, { ...back, by: 'lea' } as const])
      expect(refusal(await ledger().desk.act(act))).toBe('second_person_needed');
    expect(await done(ledger(), { ...back, by: 'kim' })).toMatchObject({
      state: 'open',
      revised: true,
    });
    expect(refusal(await ledger().desk.act(approve))).toBe('nothing_to_approve');

    const second = { ...command, commandId: 'again' };
    await done(ledger(), second);
    const approved = await done(ledger(), { ...approve, commandId: 'again' });
    expect(approved).toMatchObject({
      state: 'pending',
      conclusion: { second: { by: 'kim', at: NOW + HOUR }, finalAt: NOW + HOUR + 10_000 },
    });
    expect(await ledger().desk.act({ ...approve, commandId: 'again' })).toMatchObject({
      ok: true,
      repeated: true,
    });
    const undo = { do: 'undo', caseId, by: 'lea', at: NOW + HOUR, commandId: 'again' } as const;
    expect(refusal(await ledger().desk.act(undo))).toBe('not_the_author');
    const undone = await done(ledger(), { ...undo, by: 'kim' });
    expect(undone).toMatchObject({ state: 'awaiting_second' });
    expect(undone.conclusion).not.toHaveProperty('second');
    expect(await done(ledger(), undo)).toMatchObject({ state: 'open' });
  });

  test('below the limit one person decides', async () => {
    const caseId = await openCase(ledger());
    expect(await done(ledger(), conclusion(caseId, { secondPersonFrom: 2001 }))).toMatchObject({
      state: 'pending',
    });
  });

  test.each([
    { note: 'alone where no second person is known', more: {}, state: 'pending' },
    { note: 'with a second person', more: { secondPersonFrom: 2001 }, state: 'awaiting_second' },
  ])('below the limit an exception for the pair is made $note', async ({ more, state }) => {
    const caseId = await openCase(ledger());
    const allowance = { reason: 'family', expiresAt: NOW + HOUR };
    const genuine = { outcome: 'release', label: 'honest', allowance } as const;
    expect(await done(ledger(), conclusion(caseId, { ...genuine, ...more }))).toMatchObject({
      state,
    });
  });

  test.each([
    { note: 'another decision', more: { decisionId: 'dec-before' } },
    { note: 'another amount', more: { amount: { minor: 1500, currency: 'EUR' } } },
    { note: 'another currency', more: { amount: { minor: 2000, currency: 'USD' } } },
  ])('who looked at $note releases nothing, and may block', async ({ more }) => {
    const caseId = await openCase(ledger());
    const shown = { decisionId: 'dec-r1', amount: { minor: 2000, currency: 'EUR' } };
    const release = conclusion(caseId, { outcome: 'release', label: 'honest' });
    const { preview } = ledger().desk;
    const seen = { ...shown, ...more };
    expect(refusal(await preview({ ...release, seen }))).toBe('case_changed');
    expect(await preview({ ...release, seen: shown })).toMatchObject({ ok: true });
    expect(await preview({ ...conclusion(caseId), seen })).toMatchObject({ ok: true });
    expect(refusal(await ledger().desk.act({ ...release, seen }))).toBe('case_changed');
    expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'open' });
  });
}
