import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { accrued, decided, referred, write } from './ledger-values.ts';
import {
  conclusion,
  done,
  HOUR,
  NOW,
  openCase,
  opened,
  refusal,
  reviewWrite,
} from './review-values.ts';

export function decidingTests(ledger: () => ReviewedLedger): void {
  test('a conclusion waits out its undo window, is settled, and closes the case with its decision', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId, { at: NOW });
    const pending = await done(ledger(), command);
    expect(pending).toMatchObject({
      state: 'pending',
      conclusion: {
        commandId: command.commandId,
        caseId,
        rewardId: 'r1',
        programmeId: 'guest',
        decisionId: 'dec-r1',
        rules: ['pack/device'],
        by: 'lea',
        outcome: 'block',
        label: 'fraud',
        scoreVisible: true,
        finalAt: NOW + 10_000,
      },
    });
    expect(await ledger().desk.lapse(NOW + 9_999, 10)).toEqual([]);
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await ledger().desk.lapse(NOW + 10_000, 10)).toMatchObject([{ caseId, state: 'final' }]);
    const [settled, ...more] = await ledger().desk.settled(10);
    expect(more).toEqual([]);
    expect(settled).toMatchObject({ commandId: command.commandId, status: 'final' });
    if (settled === undefined) return;
    const undo = { do: 'undo', caseId, by: 'lea', commandId: command.commandId } as const;
    expect(refusal(await ledger().desk.act({ ...undo, at: NOW + 1 }))).toBe('undo_over');
    await ledger().commit(reviewWrite(settled, NOW + 11_000));
    await ledger().commit(reviewWrite(settled, NOW + 12_000));
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await ledger().desk.find(caseId)).toMatchObject({
      state: 'closed',
      outcome: 'block',
      closedAt: NOW + 11_000,
      conclusion: { status: 'final' },
    });
  });

  test.each([
    { note: 'no reason', allowance: { reason: ' ', expiresAt: NOW + HOUR } },
    { note: 'an end that passed', allowance: { reason: 'family', expiresAt: NOW } },
    { note: 'an end in years', allowance: { reason: 'family', expiresAt: NOW + 9000 * HOUR } },
    {
      note: 'a block',
      allowance: { reason: 'family', expiresAt: NOW + HOUR },
      outcome: 'block' as const,
    },
    { note: 'nobody', allowance: { reason: 'family', expiresAt: NOW + HOUR }, by: '' },
  ])(
    'no pair exception goes with $note',
    async ({ allowance, outcome = 'release' as const, by = 'lea' }) => {
      const caseId = await openCase(ledger());
      const command = conclusion(caseId, { outcome, label: 'honest', allowance, by });
      for (const act of [ledger().desk.preview, ledger().desk.act])
        expect(refusal(await act(command))).toBe('allowance_unfit');
      expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'open' });
    },
  );

  test('what was concluded of something else is set aside once nobody can undo it, and the case is open', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId, { at: NOW, outcome: 'release', label: 'honest' });
    const setAside = { do: 'set_aside', caseId, by: 'doubletake', at: NOW + 11_000 } as const;
    const { commandId } = command;
    await done(ledger(), command);
    expect(refusal(await ledger().desk.act({ ...setAside, commandId }))).toBe('nothing_to_undo');
    await ledger().desk.lapse(NOW + 10_000, 10);
    const other = { ...setAside, commandId: 'another' };
    expect(refusal(await ledger().desk.act(other))).toBe('nothing_to_undo');
    const back = await done(ledger(), { ...setAside, commandId });
    expect(back).toMatchObject({ state: 'open', revised: true });
    expect(back).not.toHaveProperty('conclusion');
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await ledger().desk.conclusions(caseId)).toMatchObject([
      { commandId, status: 'overtaken', about: { amount: back.amount } },
    ]);
    expect(refusal(await ledger().desk.act({ ...setAside, commandId }))).toBe('nothing_to_undo');
  });

  test.each([
    { outcome: 'block', label: 'fraud', ends: true },
    { outcome: 'block', label: 'policy', ends: true },
    { outcome: 'block', label: 'unsure', ends: false },
    // What the terms made of it is nobody's finding.
    { outcome: 'release', label: 'honest', ends: false },
  ] as const)(
    'a person’s $outcome, labelled $label, ends the exceptions of the pair: $ends',
    async ({ outcome, label, ends }) => {
      const caseId = await openCase(ledger());
      await ledger().append([referred(['ann', 'cat'], 1), accrued('r2', 1)]);
      const lasts = { owner: 'max', reason: 'family', expiresAt: NOW + 99 * HOUR };
      for (const refereeId of ['bob', 'cat'])
        await ledger().allow(
          { ...lasts, allowanceId: refereeId, referrerId: 'ann', refereeId },
          NOW,
        );
      const at = NOW + 11_000;
      const { conclusion: given } = await done(
        ledger(),
        conclusion(caseId, { outcome, label, undoFor: 0 }),
      );
      await ledger().desk.lapse(at, 10);
      if (given === undefined) return expect.unreachable();
      const kept = reviewWrite(given, at);
      const { commandId, scoreVisible, by, reason = '' } = given;
      const review = { caseId, commandId, of: caseId, by, outcome, reason, label, scoreVisible };
      await ledger().commit({ ...kept, decision: { ...kept.decision, review } });
      const overview = await ledger().overviews.overview('ann', { at, limit: 9 });
      const left = overview?.allowances.rows ?? [];
      expect(left.map(({ refereeId, endedAt }) => [refereeId, endedAt])).toEqual([
        ['bob', ends ? at : undefined],
        ['cat', undefined],
      ]);
      expect((await ledger().read('r1', at))?.allowance?.allowanceId).toBe(
        ends ? undefined : 'bob',
      );
    },
  );

  test('a person’s decision without a case that waits for it is refused', async () => {
    const caseId = await openCase(ledger());
    const { conclusion: given } = await done(ledger(), conclusion(caseId));
    if (given === undefined) return expect.unreachable();
    await expect(ledger().commit(reviewWrite(given, NOW))).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_case_closed' }),
    );
    expect(await ledger().decisionsOn('r1')).toHaveLength(1);
  });

  test('decisions kept together are kept all or none, a person’s among them', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    const genuine = { outcome: 'release', label: 'honest' } as const;
    const { conclusion: given } = await done(ledger(), conclusion(two, genuine));
    if (given?.finalAt === undefined) return expect.unreachable();
    const release = write(decided('r1', 'pay', { on: 11 }), ['take', 'order-r1']);
    const overtaking = write(decided('r2', 'pay', { on: 11 }));
    const reviewed = reviewWrite(given, NOW);
    const closed: unknown = expect.objectContaining({ code: 'ledger_case_closed' });
    const kept = async () =>
      (await Promise.all(['r1', 'r2'].map(ledger().decisionsOn))).map(({ length }) => length);
    // Its window is open still.
    await expect(ledger().commitMany([release, reviewed])).rejects.toThrow(closed);
    await ledger().desk.lapse(given.finalAt, 10);
    // One before it in the same batch closes its case.
    const late = ledger().commitMany([release, overtaking, reviewed]);
    await expect(late).rejects.toThrow(closed);
    expect(await kept()).toEqual([1, 1]);
    expect(await ledger().desk.find(one)).toMatchObject({ state: 'open' });
    expect(await ledger().desk.find(two)).toMatchObject({ state: 'final' });
    expect(await ledger().read('r1', NOW)).not.toHaveProperty('claim');
    const outcomes = async () =>
      (await ledger().commitMany([release, reviewed])).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(['committed', 'committed']);
    expect(await outcomes()).toEqual(['existing', 'existing']);
    expect(await kept()).toEqual([2, 2]);
    expect(await ledger().desk.find(two)).toMatchObject({ state: 'closed', outcome: 'block' });
  });

  test('the same command again is the same conclusion; the same id for anything else is refused', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    const command = conclusion(one, { commandId: 'c1' });
    const first = await done(ledger(), command);
    const again = { ok: true, repeated: true, case: first };
    expect(await ledger().desk.act({ ...command, at: NOW + 5 })).toEqual(again);
    const others = [
      { ...command, outcome: 'release' as const },
      { ...command, by: 'kim' },
      { ...command, caseId: two },
    ];
    for (const other of others)
      expect(refusal(await ledger().desk.act(other))).toBe('command_conflict');
    expect(await ledger().desk.conclusions(one)).toHaveLength(1);
    expect(await ledger().desk.conclusions(two)).toEqual([]);
  });

  test('of two who conclude at once one decides, and the other is told what', async () => {
    const caseId = await openCase(ledger());
    const answers = await Promise.all(
      ['lea', 'kim', 'max', 'noa'].map((by) =>
        ledger().desk.act(conclusion(caseId, { by, commandId: `by-${by}` })),
      ),
    );
    const winner = answers.find(({ ok }) => ok);
    const given = winner?.case?.conclusion;
    expect(given).toBeDefined();
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(3);
    for (const answer of refused)
      expect(answer).toMatchObject({ refusal: 'decided_by_other', case: { conclusion: given } });
    expect(await ledger().desk.conclusions(caseId)).toEqual([given]);
  });

  test('who concluded can take it back while the window is open, and conclude anew', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId);
    const before = await ledger().desk.find(caseId);
    await done(ledger(), command);
    const undo = { do: 'undo', caseId, by: 'lea', at: NOW, commandId: command.commandId } as const;
    expect(refusal(await ledger().desk.act({ ...undo, by: 'kim' }))).toBe('not_the_author');
    expect(refusal(await ledger().desk.act({ ...undo, commandId: 'x' }))).toBe('nothing_to_undo');
    expect(refusal(await ledger().desk.act({ ...undo, at: NOW + 10_000 }))).toBe('undo_over');
    expect(await done(ledger(), undo)).toEqual({ ...before, revised: true });
    expect(await ledger().desk.lapse(NOW + HOUR, 10)).toEqual([]);
    await done(ledger(), conclusion(caseId, { commandId: 'anew', outcome: 'release' }));
    const given = await ledger().desk.conclusions(caseId);
    expect(given.map(({ status }) => status).toSorted()).toEqual(['pending', 'undone']);
    expect(refusal(await ledger().desk.act({ ...command, commandId: 'third' }))).toBe(
      'decided_already',
    );
  });

  test('a preview answers as the act would, and changes nothing', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    await done(ledger(), { do: 'claim', caseId: two, by: 'kim', at: NOW });
    const before = await ledger().desk.find(one);
    expect(await ledger().desk.preview(conclusion(one))).toMatchObject({ ok: true });
    expect(refusal(await ledger().desk.preview(conclusion(two)))).toBe('leased_by_other');
    expect(await ledger().desk.find(one)).toEqual(before);
    expect(await ledger().audit.entries({ action: 'case.conclude' })).toEqual([]);
  });

  test('nothing is kept of an act the audit trail refuses', async () => {
    const caseId = await openCase(ledger());
    const before = await ledger().desk.find(caseId);
    const personal = conclusion(caseId, { reason: 'ann@example.com did it', note: 'a note' });
    await expect(ledger().desk.act(personal)).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_audit_refused' }),
    );
    expect(await ledger().desk.find(caseId)).toEqual(before);
    expect(await ledger().desk.conclusions(caseId)).toEqual([]);
    expect(await ledger().desk.notes({ kind: 'case', id: caseId })).toEqual([]);
  });
}
