import {
  DAY,
  type DecidedUpon,
  type Decision,
  type Instant,
  type Policy,
  type ReleaseRoom,
  type ScreeningRecord,
} from '@doubletake/scoring';
import { letsGo } from './batch.ts';
import { CAPS, readsTally } from './tally-rules.ts';

/**
 * What a decision was made upon, as the ledger read it: the ledger keeps the decision only while that stands. Else a
 * slow screening would pay what another found cancelled meanwhile, or a host told to be taken back, and many at once would
 * all fit under one cap.
 */
export function decidedUpon(
  decision: Decision,
  record: ScreeningRecord,
  policy: Policy,
): DecidedUpon {
  const { previous, reached } = record;
  const room = letsGo(decision, record)
    ? [...roomFor(decision), ...roomForNone(decision, record, policy)]
    : [];
  return {
    reached,
    ...(previous === undefined ? {} : { previous: named(previous) }),
    ...(room.length === 0 ? {} : { room }),
  };
}

const named = ({ decisionId, stage, action }: Decision): NonNullable<DecidedUpon['previous']> => ({
  decisionId,
  stage,
  action,
});

/**
 * No other release may come in between where a rule looks at more than caps: at the sum of them, say. Counted in both ways, for
 * an older one that is taken back makes room for none of this month, and summed, for one taken back makes room for no larger.
 */
function roomForNone(
  { programmeId, at }: Decision,
  { tally, reward }: ScreeningRecord,
  policy: Policy,
): readonly ReleaseRoom[] {
  if (!readsTally(policy, programmeId)) return [];
  const { currency } = reward.amount;
  const spent = tally.last365d.find((money) => money.currency === currency);
  return [
    { below: tally.lifetime + 1 },
    { below: tally.last30d + 1, ...since(at, 30) },
    { most: { minor: spent?.minor ?? 0, currency }, ...since(at, 365) },
  ];
}

/** What is left under each cap that has not been reached. Beyond one that was, a person let this one go. */
const roomFor = ({ facts, at }: Decision): readonly ReleaseRoom[] =>
  CAPS.flatMap(({ tally, cap, days }) => {
    const below = facts[cap];
    return typeof below === 'number' && below > Number(facts[tally])
      ? [{ below, ...since(at, days) }]
      : [];
  });

const since = (at: Instant, days: number | undefined): Pick<ReleaseRoom, 'since'> =>
  days === undefined ? {} : { since: at - days * DAY };
