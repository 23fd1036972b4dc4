import type {
  AccountRole,
  NetworkVerdict,
  ObservedAddress,
  ObservedDevice,
  ObservedPayment,
  ObservedPerson,
  ObservedPhone,
} from '../events/observed.ts';
import type { Instant } from '../instant.ts';

/** One value of a profile with the span in which it was seen. */
export interface Sighted<Value> {
  readonly value: Value;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What the agent called a device until then: the name changes with the browser. */
export type EarlierName = Pick<ObservedDevice, 'visitorId' | 'version'> &
  Pick<Sighted<unknown>, 'lastAt'>;

/** A device with its latest sightings, oldest first, up to 16: two accounts taking turns on it is evidence. */
export interface SightedDevice extends Sighted<ObservedDevice> {
  readonly sightings: readonly Instant[];
  /** Up to 8 names it had before; there, if only empty, once it was seen otherwise than before. */
  readonly earlier?: readonly EarlierName[];
  /** It may have been known by more: an observation left out what one before had stated, or more than names changed. */
  readonly untold?: true;
}

/** An address the account came from, with the caller's verdict on it at the time. */
export interface SightedIp extends Sighted<string> {
  readonly network?: NetworkVerdict;
}

/** What is known of one account: the fold of its `account.observed` events. Values are kept as written. */
export interface Profile {
  readonly accountId: string;
  readonly roles: readonly AccountRole[];
  readonly status?: string;
  readonly organisationId?: string;
  /** As the host states it, else the first sighting. */
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** Up to 8 each (IPs 16), the latest seen kept, in the order they were first seen. */
  readonly people: readonly Sighted<ObservedPerson>[];
  readonly emails: readonly Sighted<string>[];
  readonly phones: readonly Sighted<ObservedPhone>[];
  readonly addresses: readonly Sighted<ObservedAddress>[];
  readonly payments: readonly Sighted<ObservedPayment>[];
  readonly devices: readonly SightedDevice[];
  readonly ips: readonly SightedIp[];
}
