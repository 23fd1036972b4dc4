import type { CaseState, ReviewCase } from '@doubletake/scoring';
import type { ShownState } from '../models/case-parts.ts';

/** States of a case as they are shown. */
export const CASE_STATE_WORDS: Readonly<Record<CaseState, ShownState>> = {
  open: { text: 'open', tone: 'plain' },
  escalated: { text: 'escalated', tone: 'bad' },
  snoozed: { text: 'snoozed', tone: 'plain' },
  awaiting_second: { text: 'awaits a second person', tone: 'fair' },
  pending: { text: 'decided, can be undone', tone: 'fair' },
  final: { text: 'decided', tone: 'good' },
  closed: { text: 'closed', tone: 'good' },
};

/** Where a case stands, and once it is closed how it ended. */
export function closedWords({ state, outcome }: ReviewCase): ShownState {
  if (state !== 'closed' || outcome === undefined) return CASE_STATE_WORDS[state];
  return ENDS[outcome];
}

const ENDS: Readonly<Record<NonNullable<ReviewCase['outcome']>, ShownState>> = {
  release: { text: 'released', tone: 'good' },
  block: { text: 'blocked', tone: 'bad' },
  hold: { text: 'held on', tone: 'fair' },
  overtaken: { text: 'answered by a later screening', tone: 'plain' },
};
