import type { Instant, ReviewCase } from '@doubletake/scoring';
import { finalised } from './deciding.ts';
import { awake, escalated } from './shelving.ts';
import { CLOCKWORK } from './spans.ts';
import type { Step } from './step.ts';

/** When time alone next changes the case; undefined when it never does. */
export function wakeAt(held: ReviewCase): Instant | undefined {
  const { state, dueAt, snooze, conclusion, escalation } = held;
  if (state === 'open') return dueAt;
  if (state === 'snoozed') return snooze?.until;
  // It is called late once; one that was escalated before is a lead's already.
  if (state === 'awaiting_second') return escalation === undefined ? dueAt : undefined;
  return state === 'pending' ? conclusion?.finalAt : undefined;
}

/** What time has done to the case by now; undefined when nothing. */
export function lapsed(held: ReviewCase, at: Instant): Step | undefined {
  const due = wakeAt(held);
  if (due === undefined || due > at) return undefined;
  if (held.state === 'pending') return finalised(held, at);
  const escalation = { at, by: CLOCKWORK, reason: 'overdue' };
  // What the first person concluded stands: late, it still waits for a second.
  if (held.state === 'awaiting_second')
    return { case: { ...held, escalation }, details: { state: held.state } };
  const woken = awake(held, at);
  // INVARIANT: past its time a case goes to a lead. Silence never releases.
  const late = woken.state === 'open' && woken.dueAt <= at;
  const after = late ? escalated(woken, escalation) : woken;
  return { case: after, details: { state: after.state } };
}
