import {
  claimSideOf,
  isPaid,
  plusMinor,
  isReversed,
  type Claim,
  type Decision,
  type DecisionWrite,
  type Instant,
  type Money,
  type Reward,
  type RewardTally,
  type ScreeningRecord,
} from '@doubletake/scoring';

/** One screening wanted: which reward, answering what, at which instant. */
export interface Ask {
  readonly rewardId: string;
  readonly trigger: string;
  readonly at: Instant;
}

/** What a decision does to the claim on its order's side: what lets money go takes it, what keeps it in gives it back. */
export function decisionWrite(
  decision: Decision,
  record: ScreeningRecord,
  trigger: string,
): DecisionWrite {
  const { reward, claim } = record;
  const { orderId } = reward;
  if (orderId === undefined) return { decision, trigger };
  const side = claimSideOf(reward);
  const isMine = claim?.rewardId === reward.rewardId;
  if (decision.action === 'void' && isMine)
    return { decision, trigger, claim: { effect: 'free', orderId, side } };
  // A programme that only observes stops no money: it takes what is free, and leaves to others what they have.
  const leaves = decision.observeOnly === true && claim !== undefined && !isMine;
  if (letsGo(decision, record) && !leaves)
    return { decision, trigger, claim: { effect: 'take', orderId, side } };
  return { decision, trigger };
}

/** Whether money goes out by a decision: it pays what was neither out before nor taken back since. */
export const letsGo = (decision: Decision, record: ScreeningRecord): boolean =>
  decision.action === 'pay' && !isPaid(record) && !isReversed(record.reward);

/**
 * What earlier decisions of a batch mean for later ones before any of them is written: a beneficiary's tally and an
 * order's claim. Screening many is then the same as screening them one by one.
 */
export class BatchSoFar {
  readonly #released = new Map<string, readonly Money[]>();
  readonly #claims = new Map<string, Claim | undefined>();
  readonly #takenBack = new Set<string>();

  /** Whether `amend` can tell: not what is left of a tally that something was taken back from. */
  foresees({ reward }: ScreeningRecord): boolean {
    return !this.#takenBack.has(beneficiaryOf(reward));
  }

  /** The record as it would read had the batch's earlier decisions been written. */
  amend(record: ScreeningRecord, at: Instant): ScreeningRecord {
    const { reward, tally } = record;
    const released = this.#released.get(beneficiaryOf(reward)) ?? [];
    const side = sideOf(reward);
    const claim =
      side !== undefined && this.#claims.has(side) ? this.#claims.get(side) : record.claim;
    const { claim: _, ...rest } = record;
    return {
      ...rest,
      ...(claim === undefined ? {} : { claim }),
      tally: withReleased(tally, released, at),
    };
  }

  note({ decision, claim }: DecisionWrite, record: ScreeningRecord): void {
    const { reward } = record;
    if (decision.action === 'claw_back') this.#takenBack.add(beneficiaryOf(reward));
    if (letsGo(decision, record)) {
      const key = beneficiaryOf(reward);
      this.#released.set(key, [...(this.#released.get(key) ?? []), reward.amount]);
    }
    const side = sideOf(reward);
    if (claim === undefined || side === undefined) return;
    const { orderId } = claim;
    this.#claims.set(
      side,
      claim.effect === 'take'
        ? { orderId, side: claim.side, rewardId: reward.rewardId, at: decision.at }
        : undefined,
    );
  }
}

/** The tally with more rewards, all released just now. */
function withReleased(tally: RewardTally, released: readonly Money[], at: Instant): RewardTally {
  if (released.length === 0) return tally;
  const sums = new Map<string, number>();
  for (const { currency, minor } of [...tally.last365d, ...released])
    sums.set(currency, plusMinor(sums.get(currency) ?? 0, minor));
  return {
    lifetime: tally.lifetime + released.length,
    last30d: tally.last30d + released.length,
    last365d: [...sums]
      .map(([currency, minor]) => ({ minor, currency }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    firstAt: tally.firstAt ?? at,
  };
}

const beneficiaryOf = (reward: Reward): string =>
  JSON.stringify([reward.beneficiaryId, reward.programmeId]);

const sideOf = (reward: Reward): string | undefined =>
  reward.orderId === undefined ? undefined : JSON.stringify([reward.orderId, claimSideOf(reward)]);
