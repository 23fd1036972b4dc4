import type { Comparison, KeyType } from '@doubletake/identity';
import { missing, type IdentityObservation } from '../evidence/observation.ts';
import type { Instant } from '../instant.ts';
import { commoner, holdersOf } from '../pair/holders.ts';
import type { Identities, Identity } from '../pair/identities.ts';
import { memoPair } from '../pair/memo.ts';
import type { Scene } from '../pair/pair.ts';
import type { Signal } from './signal.ts';

/** What every sighting says. */
interface FirstSeen {
  readonly firstAt: Instant;
}

/** How one kind of identifier is compared across a pair. */
interface Ladder<Value, Seen> {
  /** The values compared. */
  readonly of: (identities: Identities) => readonly Identity<Value, Seen>[];
  readonly compare: (left: Value, right: Value) => Comparison;
  /** Rungs, strongest first, each with the key type whose holders say how common the value is. */
  readonly rungs: readonly { readonly level: string; readonly key: KeyType }[];
  /** Whether two sightings may be compared at all. Default: always. */
  readonly comparable?: (left: Seen, right: Seen) => boolean;
  /** Renames a rung by when the two were seen. Default: as compared. */
  readonly refine?: (level: string, left: Seen, right: Seen) => string;
}

/** A value as far as it matters once compared. */
type Shown = Pick<Identity<unknown, FirstSeen>, 'keys' | 'seen'>;

/** Two values of a pair and the rung they agree on. */
interface Match {
  readonly level: string;
  readonly rank: number;
  /** Whose holders say how common the value is. */
  readonly type: KeyType;
  readonly left: Shown;
  readonly right: Shown;
}

/** The key of one type an identity is known by. */
const keyOf = ({ keys }: Pick<Shown, 'keys'>, type: KeyType) =>
  keys.find((key) => key.type === type);

/** What two profiles agree on, whatever surrounds them. */
interface Compared {
  readonly match: Match | undefined;
  readonly comparable: readonly string[];
}

/**
 * The strongest agreement between any two values of the two sides, and the rungs that any two could be compared on. A
 * value without a rung's key identifies nobody there (a placeholder, a private address): equal or not, it says nothing.
 */
function compareSides<Value, Seen extends FirstSeen>(
  ladder: Ladder<Value, Seen>,
  referrer: readonly Identity<Value, Seen>[],
  referee: readonly Identity<Value, Seen>[],
): Compared {
  let match: Match | undefined;
  const comparable = new Set<string>();
  for (const left of referrer)
    for (const right of referee) {
      if (ladder.comparable && !ladder.comparable(left.seen, right.seen)) continue;
      const compared = ladder.compare(left.value, right.value).level;
      if (compared === 'unknown') continue;
      const level = ladder.refine ? ladder.refine(compared, left.seen, right.seen) : compared;
      for (const [rank, rung] of ladder.rungs.entries()) {
        if (!keyOf(left, rung.key) || !keyOf(right, rung.key)) continue;
        comparable.add(rung.level);
        if (rung.level === level && (!match || rank < match.rank))
          match = { level, rank, type: rung.key, left, right };
      }
    }
  const levels = ladder.rungs.map((rung) => rung.level);
  return { match, comparable: levels.filter((level) => comparable.has(level)) };
}

/** What each ladder found between two profiles: a pair is screened at every reward, and when its order changes. */
const between = memoPair<Identities, Identities, Map<object, Compared>>(() => new Map());

/** Compares one kind of identifier across the pair, and asks the neighbourhood how common the shared value is. */
export function observeLadder<Value, Seen extends FirstSeen>(
  ladder: Ladder<Value, Seen>,
): Signal['observe'] {
  const compare = (referrer: Identities, referee: Identities): Compared => {
    const known = between(referrer, referee);
    const found = known.get(ladder);
    if (found) return found;
    const compared = compareSides(ladder, ladder.of(referrer), ladder.of(referee));
    known.set(ladder, compared);
    return compared;
  };
  return (scene) => {
    const { match, comparable } = compare(scene.referrer.identities, scene.referee.identities);
    if (match) return { ...shared(scene, match), comparable };
    return comparable.length === 0
      ? missing('nothing that can be compared')
      : { kind: 'identity', level: 'none', comparable, matured: 0 };
  };
}

function shared(
  scene: Scene,
  { level, type, left, right }: Match,
): Omit<IdentityObservation, 'comparable'> {
  const held = commoner(
    holdersOf(scene, scene.referrer, keyOf(left, type)),
    holdersOf(scene, scene.referee, keyOf(right, type)),
  );
  return {
    kind: 'identity',
    level,
    matured: held.matured,
    // The pair itself holds it, even where the graph has not seen the later of the two yet.
    sharedBy: Math.max(2, Math.min(128, Math.round(held.count))),
    referrerSince: left.seen.firstAt,
    refereeSince: right.seen.firstAt,
  };
}
