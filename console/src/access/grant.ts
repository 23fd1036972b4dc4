import type { Instant, MaskedValue } from '@doubletake/scoring';

/** The right to see one account's values for a while, in the session that asked. Never the values themselves. */
export interface Grant {
  readonly accountId: string;
  readonly kind: MaskedValue['kind'] | 'all';
  readonly until: Instant;
}
