/** One line of decisions, as far as detection is measured on it. */
export interface DecisionLine {
  readonly rewardId: string;
  readonly stage: string;
  readonly outcome: 'release' | 'hold' | 'block';
  readonly action: string;
  /** 0 to 100. */
  readonly score: number;
}

/** One line of truth. */
export interface TruthLine {
  readonly rewardId: string;
  readonly label: 'honest' | 'fraud' | 'policy';
  readonly persona: string;
  readonly cancelled: boolean;
  readonly reversedAfterPayout: boolean;
  readonly minor: number;
}

/** A reward's truth beside what was decided before payout. */
export interface Judged {
  readonly truth: TruthLine;
  readonly outcome: DecisionLine['outcome'];
  /** Claimed probability of abuse. */
  readonly probability: number;
}

/** Truth and decisions joined by reward. */
export interface Outcomes {
  readonly judged: readonly Judged[];
  /** Rewards nothing was decided about. */
  readonly missing: number;
  /** Rewards taken back after they were paid. */
  readonly clawedBack: ReadonlySet<string>;
}

/** The last decision before payout counts: a hold that became a release is a release. */
export function join(decisions: readonly DecisionLine[], truth: readonly TruthLine[]): Outcomes {
  const before = new Map<string, DecisionLine>();
  const clawedBack = new Set<string>();
  for (const decision of decisions) {
    if (decision.stage !== 'post_payout') before.set(decision.rewardId, decision);
    else if (decision.action === 'claw_back') clawedBack.add(decision.rewardId);
  }
  const judged = truth.flatMap((row) => {
    const decision = before.get(row.rewardId);
    if (decision === undefined) return [];
    const probability = Math.min(1, Math.max(0, decision.score / 100));
    return [{ truth: row, outcome: decision.outcome, probability }];
  });
  return { judged, missing: truth.length - judged.length, clawedBack };
}
