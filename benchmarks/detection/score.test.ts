import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { calibrationError } from './calibration.ts';
import { costPerThousand } from './cost.ts';
import type { DecisionLine, TruthLine } from './outcomes.ts';
import { areaUnderCurve, averagePrecision, recallAtHonest, type Claim } from './ranking.ts';
import { readDecision, readLines } from './reading.ts';
import { scoreDetection } from './score.ts';
import { renderScore } from './table.ts';

const decided = (rewardId: string, line: Partial<DecisionLine> = {}): DecisionLine => ({
  rewardId,
  stage: 'due',
  outcome: 'release',
  action: 'pay',
  score: 1,
  ...line,
});

const known = (rewardId: string, line: Partial<TruthLine> = {}): TruthLine => ({
  rewardId,
  label: 'honest',
  persona: 'honest_friend',
  cancelled: false,
  reversedAfterPayout: false,
  minor: 2000,
  ...line,
});

const claims = (text: string): Claim[] =>
  text.split(' ').map((word) => ({ probability: Number(word.slice(1)), fraud: word[0] === 'f' }));

describe('ranking', () => {
  test.each([
    { note: 'perfect', of: 'f.9 f.8 h.2 h.1', ap: 1, auc: 1 },
    { note: 'reversed', of: 'h.9 h.8 f.2 f.1', ap: (1 / 3 + 2 / 4) / 2, auc: 0 },
    { note: 'one honest in between', of: 'f.9 h.5 f.4 h.1', ap: (1 + 2 / 3) / 2, auc: 3 / 4 },
    { note: 'all tied is a coin', of: 'f.5 h.5 f.5 h.5', ap: 1 / 2, auc: 1 / 2 },
    { note: 'no fraud to rank', of: 'h.5 h.1', ap: null, auc: null },
  ])('$note', ({ of, ap, auc }) => {
    expect(averagePrecision(claims(of))).toEqual(ap === null ? null : expect.closeTo(ap, 12));
    expect(areaUnderCurve(claims(of))).toEqual(auc);
  });

  test('recall counts the fraud above the best honest reward beyond the allowed share', () => {
    const honest = Array.from({ length: 100 }, (_, index) => `h${index / 1000}`).join(' ');
    expect(recallAtHonest(claims(`${honest} f.0985 f.05`), 0.01)).toBe(1 / 2);
    expect(recallAtHonest(claims(`${honest} f.0985 f.05`), 0)).toBe(0);
  });

  const claim = fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    fraud: fc.boolean(),
  });

  law.prop([fc.array(claim, { minLength: 1 })])('the order of input does not matter', (list) => {
    const turned = list.toReversed();
    expect(areaUnderCurve(turned)).toEqual(areaUnderCurve(list));
    expect(averagePrecision(turned)).toEqual(averagePrecision(list));
  });

  law.prop([fc.array(claim, { minLength: 1 })])('calibration error is a share', (list) => {
    expect(calibrationError(list)).toBeGreaterThanOrEqual(0);
    expect(calibrationError(list)).toBeLessThanOrEqual(1);
  });
});

test('claims that hold are calibrated, whatever their bin', () => {
  expect(calibrationError(claims('f.5 h.5 f1 h0'))).toBe(0);
  expect(calibrationError(claims('h.9 h.9'))).toBeCloseTo(0.9, 12);
});

test('releasing everything costs the reward of every fraud', () => {
  const judged = [
    { truth: known('a', { label: 'fraud' }), outcome: 'release' as const, probability: 0 },
    { truth: known('b'), outcome: 'release' as const, probability: 0 },
  ];
  expect(costPerThousand(judged)).toMatchObject({ total: 15_000, releaseAll: 15_000, review: 0 });
});

test('a held reward costs its review, the wait and the reviewer’s mistakes', () => {
  const hold = { outcome: 'hold' as const, probability: 0.5 };
  const fraud = costPerThousand([{ truth: known('a', { label: 'fraud' }), ...hold }]);
  const honest = costPerThousand([{ truth: known('a'), ...hold }]);
  expect(fraud?.total).toBeCloseTo(1000 * (5 + 0.1 * 30), 9);
  expect(honest?.total).toBeCloseTo(1000 * (5 + 2 + 0.03 * 80), 9);
});

describe('scoring decisions', () => {
  const decisions = [
    decided('fraud', { outcome: 'hold', action: 'wait', score: 40 }),
    decided('fraud', { outcome: 'block', action: 'void', score: 99 }),
    decided('honest'),
    decided('late'),
    decided('late', { stage: 'post_payout', outcome: 'block', action: 'claw_back' }),
    decided('void', { outcome: 'block', action: 'void', score: 70 }),
    decided('second', { outcome: 'block', action: 'void', score: 3 }),
  ];
  const truth = [
    known('fraud', { label: 'fraud', persona: 'lazy' }),
    known('honest'),
    known('late', { reversedAfterPayout: true }),
    known('void', { cancelled: true }),
    known('second', { label: 'policy', persona: 'double_claim' }),
    known('unseen'),
  ];
  const score = scoreDetection(decisions, truth);

  test('the last decision before payout counts', () =>
    expect(score).toMatchObject({ fraudCaught: 1, fraudBlocked: 1 }));

  test('cancelled orders and second claims are no measure of people', () =>
    expect(score).toMatchObject({
      rewards: 3,
      honestBlocked: 0,
      cancelledReleased: 0,
      doubleClaimsReleased: 0,
    }));

  test('a reward nobody decided on is missing', () => expect(score.missing).toBe(1));

  test('a reversal after payout counts when it is clawed back', () =>
    expect(score.reversedClawedBack).toBe(1));

  test('every persona has a line in the table', () => {
    const table = renderScore(score);
    for (const name of ['lazy', 'honest_friend', 'double_claim']) expect(table).toContain(name);
  });
});

test('a line of another kind stops the reading with its place', () =>
  expect(() => readLines('{"rewardId":"a"}\n', { place: 'd.ndjson', read: readDecision })).toThrow(
    'd.ndjson:1',
  ));
