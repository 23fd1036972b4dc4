import type { AccountRef, Instant, TypedToken } from '@doubletake/scoring';

/** An account that leaves tokens: for good, or only where it was not seen with them after an instant. */
export interface Leaving {
  readonly account: AccountRef;
  readonly tokens: readonly (TypedToken & { readonly last?: Instant })[];
}
