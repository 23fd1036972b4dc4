import type { DetectionScore } from './score.ts';

const percent = (value: number | null): string =>
  value === null ? '-' : `${(100 * value).toFixed(1)} %`;

const decimal = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

/** The figures as a person reads them: a list, then a line per persona. */
export function renderScore(score: DetectionScore): string {
  const cost = score.costPerThousand;
  const figures: readonly (readonly [string, string])[] = [
    ['rewards', String(score.rewards)],
    ['without a decision', String(score.missing)],
    ['fraud caught', percent(score.fraudCaught)],
    ['fraud blocked', percent(score.fraudBlocked)],
    ['honest held', percent(score.honestHeld)],
    ['honest blocked', percent(score.honestBlocked)],
    ['fraud among held', percent(score.holdPrecision)],
    ['fraud among blocked', percent(score.blockPrecision)],
    ['average precision', decimal(score.averagePrecision)],
    ['area under curve', decimal(score.areaUnderCurve)],
    ['recall at 1 % honest', percent(score.recallAtOnePercentHonest)],
    ['calibration error', decimal(score.calibrationError)],
    ['Brier score', decimal(score.brier)],
    ['cost per 1,000 rewards', cost === null ? '-' : `USD ${cost.total.toFixed(0)}`],
    ['releasing everything', cost === null ? '-' : `USD ${cost.releaseAll.toFixed(0)}`],
    ['cancelled, released', percent(score.cancelledReleased)],
    ['reversed, clawed back', percent(score.reversedClawedBack)],
    ['double claims released', percent(score.doubleClaimsReleased)],
  ];
  const personas = Object.entries(score.personas).map(([name, row]) =>
    [
      name.padEnd(20),
      String(row.rewards).padStart(7),
      ...[row.release, row.hold, row.block].map((value) => percent(value).padStart(9)),
    ].join(' '),
  );
  return [
    ...figures.map(([name, value]) => `${name.padEnd(24)} ${value.padStart(9)}`),
    '',
    `${'persona'.padEnd(20)} rewards   release      hold     block`,
    ...personas,
  ].join('\n');
}
