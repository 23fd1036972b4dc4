import type { ReviewedLedger } from '@doubletake/ledger';
import { LONGEST_SNOOZE } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { conclusion, done, HOUR, MINUTE, NOW, openCase, OPENED, refusal } from './review-values.ts';

export function leasingTests(ledger: () => ReviewedLedger): void {
  test('a lease keeps others out until it ends, and a token of an ended one decides nothing', async () => {
    const caseId = await openCase(ledger());
    const mine = { caseId, by: 'lea', at: NOW };
    const claimed = await done(ledger(), { do: 'claim', ...mine });
    expect(claimed.lease).toEqual({ by: 'lea', token: 1, until: NOW + 15 * MINUTE });
    const kim = { do: 'claim', caseId, by: 'kim', at: NOW + MINUTE } as const;
    expect(await ledger().desk.act(kim)).toMatchObject({
      ok: false,
      refusal: 'leased_by_other',
      case: { lease: { by: 'lea' } },
    });
    const kept = await done(ledger(), { do: 'renew', ...mine, at: NOW + MINUTE, leaseToken: 1 });
    expect(kept.lease).toEqual({ by: 'lea', token: 1, until: NOW + 16 * MINUTE });
    const late = NOW + 17 * MINUTE;
    const stale = conclusion(caseId, { at: late, leaseToken: 1 });
    expect(refusal(await ledger().desk.act(stale))).toBe('lease_stale');
    expect((await done(ledger(), { ...kim, at: late })).lease?.token).toBe(2);
    for (const act of ['release', 'skip', 'escalate'] as const)
      expect(
        refusal(
          await ledger().desk.act({ do: act, ...mine, at: late, leaseToken: 1, reason: 'x' }),
        ),
      ).toBe('lease_stale');
    expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'open', lease: { by: 'kim' } });
  });

  test('a case is handed to a person, taken over by a lead, given back', async () => {
    const caseId = await openCase(ledger());
    await done(ledger(), { do: 'claim', caseId, by: 'lea', at: NOW });
    const handed = await done(ledger(), {
      do: 'hand_over',
      caseId,
      by: 'lea',
      at: NOW,
      to: 'kim',
      leaseToken: 1,
    });
    expect(handed).toMatchObject({ assignee: 'kim' });
    expect(handed).not.toHaveProperty('lease');
    await done(ledger(), { do: 'claim', caseId, by: 'kim', at: NOW });
    const over = await done(ledger(), {
      do: 'take_over',
      caseId,
      by: 'max',
      at: NOW,
      reason: 'absent',
    });
    expect(over.lease).toEqual({ by: 'max', token: 3, until: NOW + 15 * MINUTE });
    const free = await done(ledger(), {
      do: 'release',
      caseId,
      by: 'max',
      at: NOW,
      leaseToken: 3,
    });
    expect(free).not.toHaveProperty('lease');
    expect(await ledger().audit.entries({ action: 'case.take_over' })).toMatchObject([
      { actor: 'max', subject: `case:${caseId}`, details: { reason: 'absent', from: 'kim' } },
    ]);
  });

  test('an escalated case is a lead’s; a snooze must end ahead, within 30 days', async () => {
    const caseId = await openCase(ledger());
    const mine = { caseId, by: 'lea', at: NOW, reason: 'unsure' } as const;
    const escalated = await done(ledger(), { do: 'escalate', ...mine });
    expect(escalated).toMatchObject({
      state: 'escalated',
      escalation: { at: NOW, by: 'lea', reason: 'unsure' },
    });
    expect(refusal(await ledger().desk.act({ do: 'snooze', ...mine, until: NOW }))).toBe(
      'instant_passed',
    );
    const far = NOW + LONGEST_SNOOZE;
    expect(refusal(await ledger().desk.act({ do: 'snooze', ...mine, until: far + 1 }))).toBe(
      'snooze_too_long',
    );
    expect(await ledger().desk.preview({ do: 'snooze', ...mine, until: far })).toMatchObject({
      ok: true,
    });
    expect(refusal(await ledger().desk.act({ do: 'resume', ...mine }))).toBe('not_snoozed');
    const slept = await done(ledger(), { do: 'snooze', ...mine, until: NOW + 5 * HOUR });
    expect(slept).toMatchObject({ state: 'snoozed', dueAt: OPENED + 48 * HOUR });
    const woken = await done(ledger(), { do: 'resume', ...mine, at: NOW + HOUR });
    expect(woken).toMatchObject({ state: 'escalated', dueAt: OPENED + 49 * HOUR });
  });

  test('an act on no case is refused', async () => {
    const act = { do: 'claim', caseId: 'none', by: 'lea', at: NOW } as const;
    expect(await ledger().desk.act(act)).toEqual({ ok: false, refusal: 'case_unknown' });
  });
}
