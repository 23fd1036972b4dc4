import type { AccountRef } from '@doubletake/scoring';
import { findRecord } from './bucket.ts';
import { unpackKin, type KinRecord } from './packed-kin.ts';
import type { Target } from './target.ts';

/** The kin of some accounts, in their order. */
export async function readKin(
  { store, kin }: Target,
  accounts: readonly AccountRef[],
): Promise<readonly KinRecord[]> {
  const places = accounts.map(kin);
  const buckets = await store.read(places);
  return places.map((place, index) => unpackKin(findRecord(buckets[index], place)));
}
