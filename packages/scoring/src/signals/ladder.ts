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

/** Two values of a pair and the rung they agree on. */
interface Match<Value, Seen> {
  readonly level: string;
  readonly rank: number;
  readonly left: Identity<Value, Seen>;
  readonly right: Identity<Value, Seen>;
}

/** The key of one type an identity is known by. */
const keyOf = ({ keys }: Pick<Identity<unknown>, 'keys'>, type: KeyType | undefined) =>
  keys.find((key) => key.type === type);

/** What two profiles agree on, whatever surrounds them. */
interface Compared<Value, Seen> {
  readonly match: Match<Value, Seen> | undefined;
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
): Compared<Value, Seen> {
  let match: Match<Value, Seen> | undefined;
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
          match = { level, rank, left, right };
      }
    }
  const levels = ladder.rungs.map((rung) => rung.level);
  return { match, comparable: levels.filter((level) => comparable.has(level)) };
}

/**
 * Compares one kind of identifier across the pair, and asks the neighbourhood how common the shared value is. What was
 * compared is remembered with the two profiles: a pair is screened at every reward, and again when its order changes.
 */
export function observeLadder<Value, Seen extends FirstSeen>(
  ladder: Ladder<Value, Seen>,
): Signal['observe'] {
  const compared = memoPair(
    (referrer: readonly Identity<Value, Seen>[], referee: readonly Identity<Value, Seen>[]) =>
      compareSides(ladder, referrer, referee),
  );
  return (scene) => {
    const { referrer, referee } = scene;
    const { match, comparable } = compared(
      ladder.of(referrer.identities),
      ladder.of(referee.identities),
    );
    if (match) return { ...shared(scene, ladder, match), comparable };
    return comparable.length === 0
      ? missing('nothing that can be compared')
      : { kind: 'identity', level: 'none', comparable, matured: 0 };
  };
}

function shared<Value, Seen extends FirstSeen>(
  scene: Scene,
  ladder: Ladder<Value, Seen>,
  { level, rank, left, right }: Match<Value, Seen>,
): Omit<IdentityObservation, 'comparable'> {
  const type = ladder.rungs[rank]?.key;
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
