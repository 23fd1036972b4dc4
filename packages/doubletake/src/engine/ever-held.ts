import {
  compareEvents,
  foldProfile,
  heldTokens,
  type AccountObserved,
  type HeldToken,
  type Profile,
  type Tokenise,
} from '@doubletake/scoring';

/**
 * Every token an account ever put into the graph, with the widest span it was seen in, given its observations in the order
 * they were recorded: those of each profile it ever had, since a profile keeps only the latest values.
 */
export function everHeld(
  observed: readonly AccountObserved[],
  tokenise: Tokenise,
): readonly HeldToken[] {
  const tokens = new Map<string, HeldToken>();
  const folded: AccountObserved[] = [];
  let profile: Profile | undefined;
  for (const event of observed) {
    const place = folded.findLastIndex((earlier) => compareEvents(earlier, event) < 0) + 1;
    const late = place < folded.length;
    folded.splice(place, 0, event);
    profile = late ? refolded(folded) : foldProfile(profile, event);
    for (const held of heldTokens(profile, tokenise)) {
      const { since, last } = tokens.get(held.token) ?? held;
      tokens.set(held.token, {
        ...held,
        since: Math.min(since, held.since),
        last: Math.max(last, held.last),
      });
    }
  }
  return [...tokens.values()];
}

function refolded(events: readonly AccountObserved[]): Profile {
  const [first, ...rest] = events;
  if (first === undefined) throw new RangeError('there is no profile without an observation');
  return rest.reduce<Profile>(foldProfile, foldProfile(undefined, first));
}
