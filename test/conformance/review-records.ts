import type { ReviewedLedger } from '@doubletake/ledger';
import type { NoteSubject } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { day } from './ledger-values.ts';
import { conclusion, done, NOW, openCase, opened, reviewWrite } from './review-values.ts';

export function reviewRecordTests(give: () => ReviewedLedger): void {
  test('labels count per rule once final, opinions beside them, and agree or not', async () => {
    const ledger = give();
    const decision = { determiningRules: ['p/b', 'p/a'] };
    const ids = await opened(ledger, ['r1', { rewardId: 'r2', decision }, 'r3', 'r4']);
    const [one = '', two = '', three = '', four = ''] = ids;
    await done(ledger, conclusion(one));
    await done(ledger, conclusion(two, { label: 'honest', scoreVisible: false }));
    await done(ledger, conclusion(three));
    await done(ledger, {
      do: 'undo',
      caseId: three,
      by: 'lea',
      at: NOW,
      commandId: `command-${three}`,
    });
    await ledger.desk.lapse(NOW + 10_000, 10);
    // Not final yet: it counts for nothing.
    await done(ledger, conclusion(four, { at: NOW + 10_000 }));
    const look = { do: 'opine', at: NOW + 20_000, scoreVisible: false } as const;
    await done(ledger, { ...look, caseId: one, by: 'kim', commandId: 'o1', label: 'policy' });
    await done(ledger, { ...look, caseId: two, by: 'kim', commandId: 'o2', label: 'honest' });
    await done(ledger, { ...look, caseId: two, by: 'lea', commandId: 'o3', label: 'unsure' });
    const again = { ...look, caseId: two, by: 'lea', commandId: 'o3', label: 'unsure' } as const;
    expect(await ledger.desk.act(again)).toMatchObject({ ok: true, repeated: true });

    const period = { from: NOW, to: NOW + 30_000 };
    const blind = { scoreVisible: false };
    expect(await ledger.desk.ruleLabels(period)).toEqual([
      { rule: 'p/a', label: 'honest', ...blind, count: 2 },
      { rule: 'p/a', label: 'unsure', ...blind, count: 1 },
      { rule: 'p/b', label: 'honest', ...blind, count: 2 },
      { rule: 'p/b', label: 'unsure', ...blind, count: 1 },
      { rule: 'pack/device', label: 'fraud', scoreVisible: true, count: 1 },
      { rule: 'pack/device', label: 'policy', ...blind, count: 1 },
    ]);
    expect(await ledger.desk.agreement(period)).toEqual([
      { first: 'fraud', second: 'policy', count: 1 },
      { first: 'honest', second: 'honest', count: 1 },
      { first: 'honest', second: 'unsure', count: 1 },
    ]);
    expect(await ledger.desk.ruleLabels({ from: 0, to: NOW })).toEqual([]);
    expect(await ledger.desk.agreement({ from: NOW + 1, to: NOW + 20_000 })).toEqual([]);
    const history = await ledger.desk.conclusions(two);
    expect(history.map(({ commandId, status }) => [commandId, status])).toEqual([
      [`command-${two}`, 'final'],
      ['o2', 'opinion'],
      ['o3', 'opinion'],
    ]);
  });

  test('a second look at a closed case changes nothing but the labels', async () => {
    const ledger = give();
    const caseId = await openCase(ledger);
    await done(ledger, conclusion(caseId));
    await ledger.desk.lapse(NOW + 10_000, 10);
    for (const settled of await ledger.desk.settled(1))
      await ledger.commit(reviewWrite(settled, NOW + 10_000));
    const before = await ledger.desk.find(caseId);
    const look = { do: 'opine', caseId, by: 'kim', at: NOW + 20_000 } as const;
    const after = await done(ledger, {
      ...look,
      commandId: 'o1',
      label: 'honest',
      scoreVisible: false,
    });
    expect(after).toEqual(before);
  });

  test('a note keeps every version; only its author edits it', async () => {
    const ledger = give();
    const subject = { kind: 'account', id: 'ann' } as const;
    const note = { noteId: 'n1', subject, by: 'lea', at: NOW, text: 'called the guest' };
    await ledger.desk.note(note);
    await ledger.desk.note({ ...note, at: NOW + 1 });
    await ledger.desk.note({ ...note, noteId: 'n0', by: 'kim', text: 'second' });
    const edited = await ledger.desk.note({ ...note, at: NOW + 2, text: 'called, no answer' });
    expect(edited).toEqual({
      noteId: 'n1',
      subject,
      by: 'lea',
      versions: [
        { at: NOW, text: 'called the guest' },
        { at: NOW + 2, text: 'called, no answer' },
      ],
    });
    const notes = await ledger.desk.notes(subject);
    expect(notes).toMatchObject([edited, { noteId: 'n0' }]);
    expect(await ledger.desk.notes({ kind: 'case', id: 'ann' })).toEqual([]);
    const refused = [
      { ...note, by: 'kim', text: 'x' },
      { ...note, subject: { kind: 'account', id: 'bob' } as const, text: 'x' },
      { ...note, noteId: 'n2', text: ' ' },
      { ...note, noteId: 'n2', text: 'x'.repeat(4001) },
    ];
    for (const each of refused)
      await expect(ledger.desk.note(each)).rejects.toThrow(
        expect.objectContaining({ code: 'ledger_note_refused' }),
      );
    expect(await ledger.desk.notes(subject)).toEqual(notes);
  });

  test('words that come with a conclusion are kept as a note on the case', async () => {
    const ledger = give();
    const caseId = await openCase(ledger);
    const command = conclusion(caseId, { note: 'same flat, two beds' });
    await done(ledger, command);
    await ledger.desk.act(command);
    expect(await ledger.desk.notes({ kind: 'case', id: caseId })).toEqual([
      {
        noteId: `command:${command.commandId}`,
        subject: { kind: 'case', id: caseId },
        by: 'lea',
        versions: [{ at: NOW, text: 'same flat, two beds' }],
      },
    ]);
  });

  test('an erased account takes its notes along, and those on its cases', async () => {
    const ledger = give();
    const [caseId = ''] = await opened(ledger, ['r1']);
    const held = { kind: 'case', id: caseId } as const;
    const on = (noteId: string, subject: NoteSubject, by = 'lea') =>
      ledger.desk.note({ noteId, subject, by, at: NOW, text: 'words' });
    await on('n1', held);
    await on('n2', { kind: 'account', id: 'bob' });
    await on('n3', { kind: 'account', id: 'cat' });
    await ledger.append([{ id: 'gone', type: 'account.erased', at: day(11), accountId: 'bob' }]);
    expect(await ledger.desk.notes(held)).toEqual([]);
    expect(await ledger.desk.notes({ kind: 'account', id: 'bob' })).toEqual([]);
    expect(await ledger.desk.notes({ kind: 'account', id: 'cat' })).toHaveLength(1);
    expect(await ledger.desk.find(caseId)).toMatchObject({ refereeId: 'bob' });
    // The id stays its author's, for a note that begins anew.
    await expect(on('n1', held, 'kim')).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_note_refused' }),
    );
    await on('n4', held, 'kim');
    const again = await on('n1', held);
    expect(again.versions).toEqual([{ at: NOW, text: 'words' }]);
    const notes = await ledger.desk.notes(held);
    expect(notes.map(({ noteId }) => noteId)).toEqual(['n4', 'n1']);
  });

  test('an erased account takes along why exceptions were made for it', async () => {
    const ledger = give();
    const caseId = await openCase(ledger);
    const why = { reason: 'her sister, both at 9 Mill Lane', expiresAt: day(99) };
    await done(ledger, conclusion(caseId, { outcome: 'release', allowance: why }));
    const pair = { referrerId: 'ann', refereeId: 'bob' };
    const allowance = { allowanceId: 'a1', ...pair, owner: 'lea', ...why };
    await ledger.allow(allowance, day(11));
    await ledger.append([{ id: 'gone', type: 'account.erased', at: day(11), accountId: 'bob' }]);
    const forgotten = { reason: 'erased', expiresAt: day(99) };
    expect((await ledger.desk.find(caseId))?.conclusion?.allowance).toEqual(forgotten);
    expect(await ledger.desk.conclusions(caseId)).toMatchObject([{ allowance: forgotten }]);
    expect((await ledger.read('r1', day(12)))?.allowance).toEqual({ ...allowance, ...forgotten });
    // Told again by somebody who got no answer.
    await ledger.allow(allowance, day(11));
    // Or for the first time, by somebody who read the words before.
    await ledger.allow({ ...allowance, allowanceId: 'a2', expiresAt: day(100) }, day(11));
    expect((await ledger.read('r1', day(12)))?.allowance).toMatchObject({
      allowanceId: 'a2',
      reason: 'erased',
    });
    await expect(ledger.allow({ ...allowance, owner: 'kim' }, day(11))).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_allowance_conflict' }),
    );
  });

  test('every act is in the trail, with who and when; keeping a lease is not worth a line', async () => {
    const ledger = give();
    const caseId = await openCase(ledger);
    await done(ledger, { do: 'claim', caseId, by: 'lea', at: NOW });
    await done(ledger, { do: 'renew', caseId, by: 'lea', at: NOW, leaseToken: 1 });
    await done(ledger, conclusion(caseId, { leaseToken: 1 }));
    await ledger.desk.act(conclusion(caseId, { by: 'kim', commandId: 'late' }));
    await ledger.desk.lapse(NOW + 10_000, 10);
    const trail = await ledger.audit.entries({ subject: `case:${caseId}` });
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ['doubletake', 'case.lapse'],
      ['lea', 'case.conclude'],
      ['lea', 'case.claim'],
    ]);
    expect(trail[1]).toMatchObject({ at: NOW, details: { outcome: 'block', label: 'fraud' } });
    expect(await ledger.audit.verify()).toEqual({ ok: true, entries: 3 });
  });
}
