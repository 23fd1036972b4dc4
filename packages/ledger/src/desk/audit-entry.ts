import type { AuditEntry, CaseCommand, Instant } from '@doubletake/scoring';
import { CLOCKWORK } from './spans.ts';
import type { Step } from './step.ts';

/** What the trail says of an act. */
export function auditEntry(
  { do: act, by, at, caseId }: Pick<CaseCommand, 'do' | 'by' | 'at' | 'caseId'>,
  details: NonNullable<Step['details']>,
): AuditEntry {
  return { at, actor: by, action: `case.${act}`, subject: `case:${caseId}`, details };
}

/** What the trail says of time taking its course. */
export function lapseEntry({ case: held, details = {} }: Step, at: Instant): AuditEntry {
  const subject = `case:${held.caseId}`;
  return { at, actor: CLOCKWORK, action: 'case.lapse', subject, details };
}
