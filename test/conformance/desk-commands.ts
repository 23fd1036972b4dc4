import type { ReviewedLedger } from '@doubletake/ledger';
import type { CaseCommand } from '@doubletake/scoring';
import fc from 'fast-check';
import { HOUR, OPENED } from './review-values.ts';

const one = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);

/** Who works at the desk. */
export const person: fc.Arbitrary<string> = one('lea', 'kim', 'max');

/** Everything a person may do, to whichever of some cases, at whichever of some instants. Few ids, so that they meet. */
export function commands(
  caseId: fc.Arbitrary<string>,
  at: fc.Arbitrary<number>,
): fc.Arbitrary<CaseCommand> {
  const on = { caseId, by: person, at };
  const leaseToken = one(1, 1, 2);
  const commandId = one('c1', 'c2', 'c3', 'c4');
  const reason = one('asked', 'unsure');
  const label = one('fraud', 'honest');
  const needed = ['do', 'caseId', 'by', 'at'] as const;
  return fc.oneof(
    fc.record({ do: one('claim'), ...on }),
    fc.record({ do: one('renew', 'release'), ...on, leaseToken }),
    fc.record({ do: one('hand_over'), ...on, to: person }),
    fc.record({ do: one('take_over', 'reopen'), ...on, reason }),
    fc.record(
      { do: one('skip', 'escalate'), ...on, reason, leaseToken },
      { requiredKeys: [...needed, 'reason'] },
    ),
    fc.record({ do: one('snooze'), ...on, reason, until: at }),
    fc.record({ do: one('resume'), ...on }),
    {
      weight: 4,
      arbitrary: fc.record(
        {
          do: one('conclude'),
          ...on,
          commandId,
          outcome: one('block', 'release'),
          reason,
          label,
          scoreVisible: fc.boolean(),
          secondPersonFrom: one(1, 9999),
          undoFor: one(HOUR),
          leaseToken,
          note: one('same device', 'asked the host'),
          allowance: one({ reason: 'family', expiresAt: OPENED + 99 * HOUR }),
        },
        {
          requiredKeys: [
            ...needed,
            ...(['commandId', 'outcome', 'reason', 'label', 'scoreVisible'] as const),
          ],
        },
      ),
    },
    fc.record({ do: one('undo', 'approve'), ...on, commandId }),
    fc.record({ do: one('send_back'), ...on, commandId, reason }),
    fc.record({ do: one('set_aside'), ...on, commandId }),
    fc.record({ do: one('opine'), ...on, commandId, label, scoreVisible: fc.boolean() }),
  );
}

/** Everything a desk and its trail can be asked. */
export async function deskSays({ desk, audit }: ReviewedLedger): Promise<unknown> {
  const states = [
    'open',
    'escalated',
    'snoozed',
    'awaiting_second',
    'pending',
    'final',
    'closed',
  ] as const;
  const { cases } = await desk.page({ filter: { states } });
  const around = [];
  for (const { case: each } of cases) {
    const { caseId } = each;
    around.push({
      conclusions: await desk.conclusions(caseId),
      notes: await desk.notes({ kind: 'case', id: caseId }),
      linked: await desk.linked(caseId, 3),
      similar: await desk.similar(caseId, 3),
    });
  }
  const period = { from: OPENED, to: OPENED + 50 * HOUR };
  return {
    cases,
    around,
    settled: await desk.settled(2),
    labels: await desk.ruleLabels(period),
    agreement: await desk.agreement(period),
    flow: await desk.flow([OPENED, OPENED + HOUR, OPENED + 20 * HOUR, OPENED + 60 * HOUR]),
    waiting: await desk.waiting([0, OPENED + 10 * HOUR, OPENED + 99 * HOUR]),
    closings: await desk.closings(period),
    given: await desk.given(period),
    overturned: await desk.overturned(period),
    votes: await desk.ruleVotes(period),
    trail: await audit.entries({ limit: 100 }),
    intact: await audit.verify(),
  };
}
