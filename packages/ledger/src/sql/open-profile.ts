import type { Profile } from '@doubletake/scoring';
import { stampOf, type Place, type Sealer } from '../seal/sealer.ts';
import { asWritten } from './as-written.ts';

/** Profiles kept open where nothing else is said: some 100 MB with all that is remembered of them. */
const PROFILES_OPEN = 4096;

interface Opened {
  readonly sealed: Uint8Array;
  readonly profile: Profile;
}

interface Shelf {
  readonly most: number;
  readonly opened: Map<string, Opened>;
}

const shelves = new WeakMap<Sealer, Shelf>();

/** Says how many profiles are kept open at most of those that a sealer opens; forgets those it kept. */
export function keepOpen(sealer: Sealer, most: number = PROFILES_OPEN): void {
  shelves.set(sealer, { most, opened: new Map() });
}

/** Forgets the profiles of a sealer that are kept open. */
export function closeProfiles(sealer: Sealer): void {
  shelves.get(sealer)?.opened.clear();
}

/**
 * The profile in a sealed column of `accounts`. The same sealed bytes give the same object, so that what was worked out
 * from a profile is found again at its next screening.
 */
export function openProfile(id: string, sealed: Uint8Array, sealer: Sealer): Profile {
  const { most, opened } = shelfOf(sealer);
  const known = opened.get(id);
  opened.delete(id);
  // INVARIANT: every seal has its own random IV, so equal bytes are the same sealing of the same text.
  if (known && Buffer.compare(known.sealed, sealed) === 0) {
    opened.set(id, known);
    return known.profile;
  }
  const profile = readProfile(id, sealed, sealer);
  opened.set(id, { sealed, profile });
  const [oldest] = opened.keys();
  if (opened.size > most && oldest !== undefined) opened.delete(oldest);
  return profile;
}

/** The profile of an account if it is open, and what it was opened from is what begins with this stamp. */
export function openedBefore(id: string, stamp: Uint8Array, sealer: Sealer): Profile | undefined {
  const { opened } = shelfOf(sealer);
  const known = opened.get(id);
  if (known === undefined || Buffer.compare(stampOf(known.sealed), stamp) !== 0) return undefined;
  opened.delete(id);
  opened.set(id, known);
  return known.profile;
}

function shelfOf(sealer: Sealer): Shelf {
  const shelf = shelves.get(sealer);
  if (shelf !== undefined) return shelf;
  keepOpen(sealer);
  return shelfOf(sealer);
}

/** The same for whoever passes by every profile once: none stays open. */
export function readProfile(id: string, sealed: Uint8Array, sealer: Sealer): Profile {
  return asWritten<Profile>(JSON.parse(sealer.open(sealed, profilePlace(id))));
}

/** Where a profile is sealed. */
export function profilePlace(id: string): Place {
  return { table: 'accounts', id, column: 'profile' };
}
