import type { AuditEntry, Instant } from '@doubletake/scoring';
import { CLOCKWORK } from './desk/spans.ts';

/** What the trail says of an endpoint whose own answer switched it off: nobody asked for that. */
export function goneEntry(endpointId: string, at: Instant): AuditEntry {
  const subject = `webhook:${endpointId}`;
  return { at, actor: CLOCKWORK, action: 'webhook.gone', subject, details: {} };
}
