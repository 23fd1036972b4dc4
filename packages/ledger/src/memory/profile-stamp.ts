import type { Profile } from '@doubletake/scoring';

const stamps = new WeakMap<Profile, Uint8Array>();
let last = 0;

/** What tells a profile from the one before it: the same object has the same, no other ever has. */
export function stampOf(profile: Profile): Uint8Array {
  const known = stamps.get(profile);
  if (known !== undefined) return known;
  last += 1;
  const stamp = Buffer.from(String(last));
  stamps.set(profile, stamp);
  return stamp;
}
