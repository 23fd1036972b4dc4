import type { Comparison, IdentifierKey, KeyType } from '@doubletake/identity';
import { missing, type IdentityObservation, type Observation } from '../evidence/observation.ts';
import { commoner, holdersOf } from '../pair/holders.ts';
import type { Identity } from '../pair/identities.ts';
import type { Scene } from '../pair/pair.ts';

/** How one kind of identifier is compared across a pair. */
export interface Ladder<Value, Seen> {
  readonly compare: (left: Value, right: Value) => Comparison;
  readonly keys: (value: Value) => readonly IdentifierKey[];
  /** Rungs, strongest first, each with the key type whose holders say how common the value is. */
  readonly rungs: readonly { readonly level: string; readonly key: KeyType }[];
  /** Whether two sightings may be compared at all. Default: always. */
  readonly comparable?: (left: Seen, right: Seen) => boolean;
  /** Renames a rung by when the two were seen. Default: as compared. */
  readonly refine?: (level: string, left: Seen, right: Seen) => string;
}

/** Two values of a pair and the rung they agree on. */
export interface Match<Value, Seen> {
  readonly level: string;
  readonly rank: number;
  readonly left: Identity<Value, Seen>;
  readonly right: Identity<Value, Seen>;
}

/** The strongest agreement between any two values of the two sides. */
export function bestMatch<Value, Seen>(
  ladder: Ladder<Value, Seen>,
  lefts: readonly Identity<Value, Seen>[],
  rights: readonly Identity<Value, Seen>[],
): Match<Value, Seen> | undefined {
  // A value without the rung's key identifies nobody (a placeholder, a private address): equal, it says nothing.
  const carries = (value: Value, type: KeyType): boolean =>
    ladder.keys(value).some((key) => key.type === type);
  let best: Match<Value, Seen> | undefined;
  for (const left of lefts)
    for (const right of rights) {
      if (ladder.comparable && !ladder.comparable(left.seen, right.seen)) continue;
      const compared = ladder.compare(left.value, right.value).level;
      const level = ladder.refine ? ladder.refine(compared, left.seen, right.seen) : compared;
      const rank = ladder.rungs.findIndex(
        (rung) =>
          rung.level === level && carries(left.value, rung.key) && carries(right.value, rung.key),
      );
      if (rank >= 0 && (!best || rank < best.rank)) best = { level, rank, left, right };
    }
  return best;
}

/** Compares one kind of identifier across the pair, and asks the neighbourhood how common the shared value is. */
export function observeLadder<Value, Seen>(
  scene: Scene,
  ladder: Ladder<Value, Seen>,
  sides: {
    readonly referrer: readonly Identity<Value, Seen>[];
    readonly referee: readonly Identity<Value, Seen>[];
  },
): Observation {
  const typesOf = (identities: readonly Identity<Value, Seen>[]): Set<KeyType> =>
    new Set(identities.flatMap(({ value }) => ladder.keys(value).map((key) => key.type)));
  const left = typesOf(sides.referrer);
  const right = typesOf(sides.referee);
  const comparable = ladder.rungs
    .filter((rung) => left.has(rung.key) && right.has(rung.key))
    .map((rung) => rung.level);
  const match = bestMatch(ladder, sides.referrer, sides.referee);
  if (!match)
    return comparable.length === 0
      ? missing('one side shows none')
      : { kind: 'identity', level: 'none', comparable, matured: 0 };
  return { ...shared(scene, ladder, match), comparable };
}

function shared<Value, Seen>(
  scene: Scene,
  ladder: Ladder<Value, Seen>,
  { level, rank, left, right }: Match<Value, Seen>,
): Omit<IdentityObservation, 'comparable'> {
  const type = ladder.rungs[rank]?.key;
  const keyOf = (value: Value): IdentifierKey | undefined =>
    ladder.keys(value).find((key) => key.type === type);
  const held = commoner(
    holdersOf(scene, scene.referrer, keyOf(left.value)),
    holdersOf(scene, scene.referee, keyOf(right.value)),
  );
  return {
    kind: 'identity',
    level,
    matured: held.matured,
    // The pair itself holds it, even where the graph has not seen the later of the two yet.
    sharedBy: Math.max(2, Math.min(128, Math.round(held.count))),
    referrerIndex: left.index,
    refereeIndex: right.index,
  };
}
