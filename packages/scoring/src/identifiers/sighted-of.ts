import type { IdentifierKind } from '@doubletake/identity';
import type { Profile, Sighted } from '../state/profile.ts';

/** Where a profile has the values of each kind. */
const LISTS: Readonly<Record<IdentifierKind, (profile: Profile) => readonly Sighted<unknown>[]>> = {
  email: ({ emails }) => emails,
  phone: ({ phones }) => phones,
  address: ({ addresses }) => addresses,
  name: ({ people }) => people,
  payment: ({ payments }) => payments,
  device: ({ devices }) => devices,
  ip: ({ ips }) => ips,
};

/** A profile's values of one kind, as it lists them. */
export function sightedOf(profile: Profile, kind: IdentifierKind): readonly Sighted<unknown>[] {
  return LISTS[kind](profile);
}
