import { brier, calibrationError } from './calibration.ts';
import { costPerThousand, type Cost } from './cost.ts';
import { join, type DecisionLine, type Judged, type TruthLine } from './outcomes.ts';
import { areaUnderCurve, averagePrecision, recallAtHonest } from './ranking.ts';

/** How the rewards of one kind of people were decided: shares between 0 and 1. */
interface PersonaScore {
  readonly rewards: number;
  readonly release: number | null;
  readonly hold: number | null;
  readonly block: number | null;
}

/** Detection figures of one world. A share of nothing is null. */
export interface DetectionScore {
  /** Rewards measured: decided on, and not cancelled before they were due. */
  readonly rewards: number;
  readonly missing: number;
  /** Held or blocked. */
  readonly fraudCaught: number | null;
  readonly fraudBlocked: number | null;
  readonly honestHeld: number | null;
  readonly honestBlocked: number | null;
  /** Share of fraud among held, and among blocked rewards. */
  readonly holdPrecision: number | null;
  readonly blockPrecision: number | null;
  readonly averagePrecision: number | null;
  readonly areaUnderCurve: number | null;
  readonly recallAtHalfPercentHonest: number | null;
  readonly recallAtOnePercentHonest: number | null;
  readonly recallAtTwoPercentHonest: number | null;
  readonly calibrationError: number | null;
  /** Among rewards with a claimed probability of .05 and more. */
  readonly calibrationErrorAbove05: number | null;
  readonly brier: number | null;
  readonly costPerThousand: Cost | null;
  readonly cancelledReleased: number | null;
  /** Of released rewards whose order was taken back later, the share clawed back. */
  readonly reversedClawedBack: number | null;
  /** Second claims to one order that were released all the same. */
  readonly doubleClaimsReleased: number | null;
  readonly personas: Readonly<Record<string, PersonaScore>>;
}

/** Holds decisions against the truth of their world. */
export function scoreDetection(
  decisions: readonly DecisionLine[],
  truth: readonly TruthLine[],
): DetectionScore {
  const { judged, missing, clawedBack } = join(decisions, truth);
  const standing = judged.filter((one) => !one.truth.cancelled);
  // A second claim is denied for the order's sake, not the person's: it is counted apart.
  const people = standing.filter((one) => one.truth.label !== 'policy');
  const fraud = people.filter(isFraud);
  const honest = people.filter((one) => !isFraud(one));
  const claims = people.map((one) => ({ probability: one.probability, fraud: isFraud(one) }));
  const reversed = standing.filter((one) => one.truth.reversedAfterPayout && was('release')(one));
  return {
    rewards: people.length,
    missing,
    fraudCaught: share(fraud, (one) => !was('release')(one)),
    fraudBlocked: share(fraud, was('block')),
    honestHeld: share(honest, was('hold')),
    honestBlocked: share(honest, was('block')),
    holdPrecision: share(people.filter(was('hold')), isFraud),
    blockPrecision: share(people.filter(was('block')), isFraud),
    averagePrecision: averagePrecision(claims),
    areaUnderCurve: areaUnderCurve(claims),
    recallAtHalfPercentHonest: recallAtHonest(claims, 0.005),
    recallAtOnePercentHonest: recallAtHonest(claims, 0.01),
    recallAtTwoPercentHonest: recallAtHonest(claims, 0.02),
    calibrationError: calibrationError(claims),
    calibrationErrorAbove05: calibrationError(claims.filter((claim) => claim.probability >= 0.05)),
    brier: brier(claims),
    costPerThousand: costPerThousand(people),
    cancelledReleased: share(
      judged.filter((one) => one.truth.cancelled),
      was('release'),
    ),
    reversedClawedBack: share(reversed, (one) => clawedBack.has(one.truth.rewardId)),
    doubleClaimsReleased: share(
      standing.filter((one) => one.truth.label === 'policy'),
      was('release'),
    ),
    personas: byPersona(standing),
  };
}

const isFraud = (one: Judged): boolean => one.truth.label === 'fraud';

const was =
  (outcome: Judged['outcome']) =>
  (one: Judged): boolean =>
    one.outcome === outcome;

const share = <T>(all: readonly T[], counts: (one: T) => boolean): number | null =>
  all.length === 0 ? null : all.filter(counts).length / all.length;

function byPersona(judged: readonly Judged[]): Record<string, PersonaScore> {
  const names = [...new Set(judged.map((one) => one.truth.persona))].toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const own = judged.filter((one) => one.truth.persona === name);
      return [
        name,
        {
          rewards: own.length,
          release: share(own, was('release')),
          hold: share(own, was('hold')),
          block: share(own, was('block')),
        },
      ];
    }),
  );
}
