import type { DecidedUpon, Decision, Policy, ScreeningRecord } from '@doubletake/scoring';
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
    ? [...roomFor(decision), ...roomForNone(decision, policy)]
    : [];
  const more = Math.min(...room);
  return {
    reached,
    ...(previous === undefined ? {} : { previous: named(previous) }),
    ...(room.length === 0 ? {} : { room: { released: record.tally.lifetime, more } }),
  };
}

const named = ({ decisionId, stage, action }: Decision): NonNullable<DecidedUpon['previous']> => ({
  decisionId,
  stage,
  action,
});

/** No other release may come in between where a rule looks at more than caps: at the sum of them, say. */
const roomForNone = ({ programmeId }: Decision, policy: Policy): number[] =>
  readsTally(policy, programmeId) ? [1] : [];

/** How many more would fit under each cap that has not been reached. Beyond one that was, a person let this one go. */
function roomFor({ facts }: Decision): number[] {
  return CAPS.map(({ tally, cap }) => Number(facts[cap] ?? Infinity) - Number(facts[tally])).filter(
    (more) => more > 0 && Number.isFinite(more),
  );
}
