import {
  compareEvents,
  foldProfile,
  heldTokens,
  type AccountObserved,
  type Profile,
  type Tokenise,
  type TypedToken,
} from '@doubletake/scoring';

/**
 * Every token an account ever put into the graph, given its observations in the order they were recorded: those of each
 * profile it ever had, since a profile keeps only the latest values.
 */
export function everHeld(
  observed: readonly AccountObserved[],
  tokenise: Tokenise,
): readonly TypedToken[] {
  const tokens = new Map<string, TypedToken>();
  const folded: AccountObserved[] = [];
  let profile: Profile | undefined;
  for (const event of observed) {
    const place = folded.findLastIndex((earlier) => compareEvents(earlier, event) < 0) + 1;
    const late = place < folded.length;
    folded.splice(place, 0, event);
    profile = late ? refolded(folded) : foldProfile(profile, event);
    for (const { type, token } of heldTokens(profile, tokenise)) tokens.set(token, { type, token });
  }
  return [...tokens.values()];
}

function refolded(events: readonly AccountObserved[]): Profile {
  const [first, ...rest] = events;
  if (first === undefined) throw new RangeError('there is no profile without an observation');
  return rest.reduce<Profile>(foldProfile, foldProfile(undefined, first));
}
