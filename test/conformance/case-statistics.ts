import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { decided, write } from './ledger-values.ts';
import { conclusion, done, HOUR, NOW, OPENED, opened, reviewWrite } from './review-values.ts';

const at = (hour: number): number => OPENED + hour * HOUR;

/** Whatever was concluded becomes final and is decided, at an instant. */
async function settle({ desk, commit }: ReviewedLedger, when: number): Promise<void> {
  await desk.lapse(when, 100);
  for (const settled of await desk.settled(100)) await commit(reviewWrite(settled, when));
}

export function caseStatisticsTests(give: () => ReviewedLedger): void {
  test('cases count in the interval they opened and closed in, whose end is not part of it', async () => {
    const ledger = give();
    const [one = '', two = ''] = await opened(ledger, [
      'r1',
      { rewardId: 'r2', decision: { at: at(1) - 1 } },
      { rewardId: 'r3', decision: { at: at(1) } },
      { rewardId: 'r4', decision: { at: at(3) } },
    ]);
    await done(ledger, conclusion(one, { at: at(1) }));
    await done(ledger, conclusion(two, { at: at(1), outcome: 'release', label: 'honest' }));
    await settle(ledger, at(2));
    await ledger.commit(write({ ...decided('r3', 'void', { on: 0, id: 'over' }), at: at(2) + 5 }));
    const edges = [at(0), at(1), at(2), at(3)];
    expect(await ledger.desk.flow(edges)).toEqual([
      { opened: 2, closed: 0 },
      { opened: 1, closed: 0 },
      { opened: 0, closed: 3 },
    ]);
    expect(await ledger.desk.waiting([0, at(3), at(4)])).toEqual([0, 1]);
    expect(await ledger.desk.closings({ from: at(2), to: at(3) })).toEqual({
      outcomes: [
        { outcome: 'block', count: 2 },
        { outcome: 'overtaken', count: 1 },
      ],
      answered: { count: 2, p50: HOUR + 1, p95: 2 * HOUR },
    });
    expect(await ledger.desk.closings({ from: 0, to: at(2) })).toEqual({ outcomes: [] });
    await expect(ledger.desk.flow([2, 1])).rejects.toThrow(RangeError);
  });

  test('everything concluded is counted by who gave it and what became of it', async () => {
    const ledger = give();
    const [one = '', two = '', three = ''] = await opened(ledger, ['r1', 'r2', 'r3']);
    await done(ledger, conclusion(one));
    await done(ledger, conclusion(two));
    await ledger.desk.lapse(NOW + 10_000, 10);
    const taken = { caseId: three, by: 'kim', at: NOW + 10_000 };
    await done(ledger, conclusion(three, { ...taken, outcome: 'release', label: 'honest' }));
    await done(ledger, { do: 'undo', ...taken, commandId: `command-${three}` });
    const look = { do: 'opine', label: 'unsure', scoreVisible: false } as const;
    await done(ledger, { ...look, ...taken, caseId: one, commandId: 'o1' });
    const seen = { scoreVisible: true };
    expect(await ledger.desk.given({ from: NOW, to: NOW + 10_001 })).toEqual([
      { by: 'kim', status: 'opinion', label: 'unsure', scoreVisible: false, count: 1 },
      { by: 'kim', status: 'undone', outcome: 'release', label: 'honest', ...seen, count: 1 },
      { by: 'lea', status: 'final', outcome: 'block', label: 'fraud', ...seen, count: 2 },
    ]);
    expect(await ledger.desk.given({ from: NOW + 10_001, to: NOW + 20_000 })).toEqual([]);
  });

  test('a conclusion is overturned by a reopening, a later screening or a later person, not by terms', async () => {
    const ledger = give();
    const names = ['kept', 'reopened', 'screened', 'terms', 'person'];
    const ids = await opened(ledger, names);
    for (const caseId of ids)
      await done(ledger, conclusion(caseId, { outcome: 'release', label: 'honest' }));
    await settle(ledger, NOW + 10_000);
    const period = { from: NOW, to: NOW + 1 };
    expect(await ledger.desk.overturned(period)).toEqual({ final: 5, reopened: 0, contrary: 0 });

    const later = { at: NOW + 20_000, by: 'kim' };
    for (const nth of [1, 4])
      await done(ledger, { do: 'reopen', caseId: ids[nth] ?? '', reason: 'appeal', ...later });
    await done(ledger, conclusion(ids[4] ?? '', { ...later, commandId: 'again' }));
    await ledger.desk.lapse(NOW + 30_000, 10);
    const taken = { on: 20, determiningRules: ['pack/device'] };
    const back = (rewardId: string, rule: string) => ({
      ...decided(rewardId, 'claw_back', { ...taken, id: `back-${rewardId}` }),
      outcome: 'block' as const,
      determiningRules: [rule],
    });
    await ledger.commit(write(back('screened', 'pack/device')));
    await ledger.commit(write(back('terms', 'terms/order-undone')));
    expect(await ledger.desk.overturned(period)).toEqual({ final: 5, reopened: 2, contrary: 2 });
  });

  test('rules count once a decision, and those on trial apart', async () => {
    const ledger = give();
    const shadow = [
      { rule: 'p/trial', outcome: 'block' },
      { rule: 'p/trial', outcome: 'block' },
    ] as const;
    await opened(ledger, [
      { rewardId: 'r1', decision: { determiningRules: ['p/a', 'p/b', 'p/a'], shadow } },
      { rewardId: 'r2', decision: { determiningRules: ['p/a'], at: NOW } },
    ]);
    expect(await ledger.desk.ruleVotes({ from: OPENED, to: NOW + 1 })).toEqual([
      { rule: 'p/a', outcome: 'hold', shadow: false, count: 2 },
      { rule: 'p/b', outcome: 'hold', shadow: false, count: 1 },
      { rule: 'p/trial', outcome: 'block', shadow: true, count: 1 },
    ]);
    expect(await ledger.desk.ruleVotes({ from: 0, to: OPENED })).toEqual([]);
  });

  test.each([
    { note: 'parts of one day', from: 13, to: 20, hours: [14] },
    { note: 'parts of two', from: 14, to: 38, hours: [14, 26] },
    { note: 'whole days', from: 24, to: 96, hours: [26, 50, 74] },
    { note: 'whole days and a part at either end', from: 14, to: 99, hours: [14, 26, 50, 74, 98] },
    { note: 'a part at one end', from: 24, to: 98, hours: [26, 50, 74] },
    { note: 'nothing', from: 27, to: 27, hours: [] },
  ])('days that were counted, and parts of them: $note', async ({ from, to, hours }) => {
    const ledger = give();
    const told = [14, 26, 50, 74, 98];
    const rules = { determiningRules: ['p/a'] };
    const ids = await opened(
      ledger,
      told.map((hour) => ({ rewardId: `r${hour}`, decision: { ...rules, at: at(hour) } })),
    );
    for (const [nth, hour] of told.entries())
      await done(ledger, conclusion(ids[nth] ?? '', { at: at(hour) }));
    await settle(ledger, at(200));
    const period = { from: at(from), to: at(to) };
    const some = (what: object): readonly object[] =>
      hours.length === 0 ? [] : [{ ...what, count: hours.length }];
    const seen = { scoreVisible: true };
    expect(await ledger.desk.given(period)).toEqual(
      some({ by: 'lea', status: 'final', outcome: 'block', label: 'fraud', ...seen }),
    );
    expect(await ledger.desk.ruleLabels(period)).toEqual(
      some({ rule: 'p/a', label: 'fraud', ...seen }),
    );
    expect(await ledger.desk.ruleVotes(period)).toEqual(
      some({ rule: 'p/a', outcome: 'hold', shadow: false }),
    );
    expect(await ledger.desk.overturned(period)).toMatchObject({ final: hours.length });
  });
}
