import { isDeepStrictEqual } from 'node:util';
import {
  compareEvents,
  foldProfile,
  type AccountObserved,
  type Instant,
  type Profile,
} from '@doubletake/scoring';

/** As many as a profile keeps: one that went and comes back is not known by what it was called before. */
const MOST_DEVICES = 8;

/** A device: its observations in the order they fold, and after each the profile of an account that has it alone. */
interface SeenDevice {
  readonly events: AccountObserved[];
  readonly profiles: Profile[];
  since: number;
}

/** Reads what devices were ever known by. */
export interface SeenDevices {
  readonly see: (event: AccountObserved) => void;
  /** There is no more to see. */
  readonly end: () => void;
}

/**
 * Gives, for each device of an account, the profile of an account that has it alone, as often as it came to be known
 * by something else, be it as observed or as recorded: who was merged with another was in the graph with what the other's
 * later observations hide now. Observations are seen in the order they were recorded. One that came late changes what was
 * folded after it, but only until all it states was stated anew: hardly ever more than the next, so a history told
 * backwards costs no more than another.
 */
export function seenDevices(onProfile: (profile: Profile) => void): SeenDevices {
  let held: readonly SeenDevice[] = [];
  const tellOne = (profile: Profile, since: Instant): void => {
    const devices = profile.devices.map((device) => ({ ...device, firstAt: since }));
    onProfile({ ...profile, devices });
  };
  const tell = ({ since, profiles }: SeenDevice): void => {
    for (const [nth, profile] of profiles.entries())
      if (!isKnownAlike(profile, profiles[nth + 1])) tellOne(profile, since);
  };
  return {
    see: ({ id, type, at, accountId, device }) => {
      if (device === undefined) return;
      const event = { id, type, at, accountId, device };
      const known = held.find(
        ({ profiles }) => foldProfile(profiles.at(-1), event).devices.length === 1,
      );
      const seen = known ?? { events: [], profiles: [], since: at };
      const { since } = seen;
      take(seen, event, (profile) => {
        tellOne(profile, since);
      });
      if (known === undefined) held = [...held, seen];
      if (held.length <= MOST_DEVICES) return;
      const oldest = Math.min(...held.map(lastOf));
      const gone = held.find((one) => lastOf(one) === oldest);
      if (gone !== undefined) tell(gone);
      held = held.filter((one) => one !== gone);
    },
    end: () => {
      for (const seen of held) tell(seen);
    },
  };
}

const lastOf = ({ events }: SeenDevice): number => events.at(-1)?.at ?? -Infinity;

/** Takes an observation in where it folds; tells what stood after it and does no more. */
function take(
  seen: SeenDevice,
  event: AccountObserved,
  onReplaced: (profile: Profile) => void,
): void {
  const { events, profiles } = seen;
  seen.since = Math.min(seen.since, event.at);
  const place = events.findLastIndex((earlier) => compareEvents(earlier, event) < 0) + 1;
  events.splice(place, 0, event);
  profiles.splice(place, 0, foldProfile(profiles[place - 1], event));
  for (let index = place + 1; index < events.length; index += 1) {
    const [later, before] = [events[index], profiles[index]];
    if (later === undefined || before === undefined) return;
    const profile = foldProfile(profiles[index - 1], later);
    profiles[index] = profile;
    if (isKnownAlike(profile, before)) return;
    onReplaced(before);
  }
}

/** Whether two profiles of one device tell the same names of it, whenever it was seen. */
function isKnownAlike(one: Profile | undefined, other: Profile | undefined): boolean {
  const [a, b] = [one?.devices[0], other?.devices[0]];
  return isDeepStrictEqual([a?.value, a?.earlier], [b?.value, b?.earlier]);
}
