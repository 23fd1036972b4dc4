import type { AuditDetails } from '@doubletake/scoring';
import type { Asked } from '../asked.ts';

/** One act in the console, for the audit trail. */
export interface Act {
  /** Dotted: `session.sign_in`, `user.disable`. */
  readonly action: string;
  /** Kind and id: `user:…`. */
  readonly subject: string;
  readonly details?: AuditDetails;
  /** Whoever is not signed in yet, or no longer. Default: the request's user. */
  readonly actor?: string;
}

/** Writes an act to the audit trail; a trail that cannot be written ends the request. */
export async function audited({ house, user, at }: Asked, act: Act): Promise<void> {
  const { action, subject, details = {}, actor = user?.userId ?? 'nobody' } = act;
  await house.audit.append({ at, actor, action, subject, details });
}
