import type { AccountRef, Token } from '@doubletake/scoring';
import type { Place } from './keys.ts';
import type { SealedStore } from './sealed-store.ts';

/** The graph written to, and where its records lie. */
export interface Target {
  readonly store: SealedStore;
  readonly holders: (tokens: readonly Token[]) => readonly Place[];
  readonly kin: (account: AccountRef) => Place;
}
