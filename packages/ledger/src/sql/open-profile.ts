import type { Profile } from '@doubletake/scoring';
import type { Place, Sealer } from '../seal/sealer.ts';
import { asWritten } from './as-written.ts';

/** Profiles kept open at most: the accounts that come up again, some 100 MB with all that is remembered of them. */
const KEPT = 4096;

interface Opened {
  readonly sealed: Uint8Array;
  readonly profile: Profile;
}

const openedBy = new WeakMap<Sealer, Map<string, Opened>>();

/**
 * The profile in a sealed column of `accounts`. The same sealed bytes give the same object, so that what was worked out
 * from a profile is found again at its next screening.
 */
export function openProfile(id: string, sealed: Uint8Array, sealer: Sealer): Profile {
  const opened = openedBy.get(sealer) ?? new Map<string, Opened>();
  openedBy.set(sealer, opened);
  const known = opened.get(id);
  opened.delete(id);
  // INVARIANT: every seal has its own random IV, so equal bytes are the same sealing of the same text.
  if (known && Buffer.compare(known.sealed, sealed) === 0) {
    opened.set(id, known);
    return known.profile;
  }
  const profile = readProfile(id, sealed, sealer);
  const [oldest] = opened.keys();
  if (opened.size >= KEPT && oldest !== undefined) opened.delete(oldest);
  opened.set(id, { sealed, profile });
  return profile;
}

/** The same for whoever passes by every profile once: none stays open. */
export function readProfile(id: string, sealed: Uint8Array, sealer: Sealer): Profile {
  return asWritten<Profile>(JSON.parse(sealer.open(sealed, profilePlace(id))));
}

/** Where a profile is sealed. */
export function profilePlace(id: string): Place {
  return { table: 'accounts', id, column: 'profile' };
}
