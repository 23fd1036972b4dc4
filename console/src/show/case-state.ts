import type { CaseState } from '@doubletake/scoring';
import type { ShownState } from '../models/cases.ts';

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
