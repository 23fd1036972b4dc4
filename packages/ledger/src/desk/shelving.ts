import { LONGEST_SNOOZE, type Instant, type ReviewCase } from '@doubletake/scoring';
import { hindrance } from './hindrance.ts';
import { unleased } from './leasing.ts';
import type { Steps } from './step.ts';

/** What is done with a case that is not decided now. */
export const SHELVING: Steps<'skip' | 'escalate' | 'snooze' | 'resume' | 'reopen'> = {
  skip: (held, command) =>
    hindrance(held, command) ?? {
      case: {
        ...(held.assignee === command.by ? unassigned(unleased(held)) : unleased(held)),
        skippedBy: [...new Set([...held.skippedBy, command.by])],
      },
      details: { reason: command.reason },
    },

  escalate: (held, command) => {
    const { by, at, reason } = command;
    return (
      hindrance(held, command) ?? {
        case: escalated(unassigned(unleased(awake(held, at))), { by, at, reason }),
        details: { reason },
      }
    );
  },

  snooze: (held, command) => {
    const { at, until, reason } = command;
    const refusal = hindrance(held, command);
    if (refusal !== undefined) return refusal;
    if (until <= at) return 'instant_passed';
    if (until > at + LONGEST_SNOOZE) return 'snooze_too_long';
    const since = held.snooze?.since ?? at;
    return {
      case: { ...unleased(held), state: 'snoozed', snooze: { since, until, reason } },
      details: { reason, until },
    };
  },

  resume: (held, { at }) =>
    held.state === 'snoozed' ? { case: awake(held, at), details: {} } : 'not_snoozed',

  reopen: (held, { at, reason }) => {
    if (held.state !== 'closed') return 'case_not_closed';
    const {
      conclusion: _,
      closedAt: _closedAt,
      outcome,
      escalation: _escalation,
      ...rest
    } = unassigned(unleased(held));
    const dueAt = at + Math.max(0, held.dueAt - held.openedAt);
    return {
      case: { ...rest, state: 'open', dueAt, skippedBy: [], revised: true, reopened: true },
      details: { reason, ...(outcome === undefined ? {} : { outcome }) },
    };
  },
};

/** The case in a lead's queue. */
export function escalated(
  held: ReviewCase,
  escalation: NonNullable<ReviewCase['escalation']>,
): ReviewCase {
  return { ...held, state: 'escalated', escalation };
}

/** A snoozed case back where it came from, its promise longer by the time it slept; any other as it is. */
export function awake(held: ReviewCase, at: Instant): ReviewCase {
  const { snooze, ...rest } = held;
  if (held.state !== 'snoozed' || snooze === undefined) return held;
  const slept = Math.max(0, Math.min(at, snooze.until) - snooze.since);
  const state = held.escalation === undefined ? 'open' : 'escalated';
  return { ...rest, state, dueAt: held.dueAt + slept };
}

function unassigned(held: ReviewCase): ReviewCase {
  const { assignee: _, ...rest } = held;
  return rest;
}
