import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  foldProfile,
  heldTokensOnce,
  type AccountObserved,
  type HeldToken,
  type Profile,
  type Tokenise,
} from '@doubletake/scoring';
import { seenDevices } from './seen-devices.ts';

/** Observations that are read without a pause: a history can be long, and screenings are waiting. */
const STRETCH = 200;

/** What an observation says besides the device, value by value. */
const VALUES: readonly ((event: AccountObserved) => Partial<AccountObserved> | undefined)[] = [
  ({ person }) => person && { person },
  ({ email }) => (email === undefined ? undefined : { email }),
  ({ phone }) => phone && { phone },
  ({ address }) => address && { address },
  ({ payment }) => payment && { payment },
  ({ ip }) => (ip === undefined ? undefined : { ip }),
];

/**
 * Every token an account ever showed, with the widest span it was seen in, given its observations in the order they were
 * recorded: also of what its profile let go of, or never took since it was told too late. A value was seen from its first
 * sighting to its last, whatever the order they were told in, so each is read once; only what a device is known by hangs
 * on what came before.
 */
export async function everHeld(
  observed: readonly AccountObserved[],
  tokenise: Tokenise,
): Promise<readonly HeldToken[]> {
  const tokens = new Map<string, HeldToken>();
  const hold = (profile: Profile): void => {
    for (const held of heldTokensOnce([profile], tokenise).flat()) {
      const { since, last } = tokens.get(held.token) ?? held;
      tokens.set(held.token, {
        ...held,
        since: Math.min(since, held.since),
        last: Math.max(last, held.last),
      });
    }
  };
  const written = new Map<string, Sightings>();
  const devices = seenDevices(hold);
  await inStretches(observed, (event) => {
    see(event, written);
    devices.see(event);
  });
  await inStretches([...written.values()], ({ first, last }) =>
    hold(foldProfile(foldProfile(undefined, first), last)),
  );
  devices.end();
  return [...tokens.values()];
}

/** When a value was seen first and last, as observations of nothing else. */
interface Sightings {
  readonly first: AccountObserved;
  readonly last: AccountObserved;
}

function see(event: AccountObserved, written: Map<string, Sightings>): void {
  const { id, type, at, accountId } = event;
  for (const valueOf of VALUES) {
    const value = valueOf(event);
    if (value === undefined) continue;
    const key = JSON.stringify(value);
    const seen = { id, type, at, accountId, ...value };
    const { first, last } = written.get(key) ?? { first: seen, last: seen };
    written.set(key, { first: at < first.at ? seen : first, last: at > last.at ? seen : last });
  }
}

async function inStretches<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += STRETCH) {
    if (from > 0) await nextTurn();
    for (const item of items.slice(from, from + STRETCH)) work(item);
  }
}
