import type {
  Claim,
  ClaimSide,
  Committed,
  Decision,
  DecisionWrite,
  Timer,
} from '@doubletake/scoring';
import { TimerQueue } from './timer-queue.ts';

/** Decisions with what they hold: claims on orders, and the screenings still owed. */
export class DecisionBook {
  readonly timers: TimerQueue = new TimerQueue();
  readonly #byId = new Map<string, Decision>();
  readonly #byTrigger = new Map<string, Decision>();
  readonly #onReward = new Map<string, Decision[]>();
  readonly #claims = new Map<string, Claim>();

  byId(decisionId: string): Decision | undefined {
    return this.#byId.get(decisionId);
  }

  byTrigger(rewardId: string, trigger: string): Decision | undefined {
    return this.#byTrigger.get(key(rewardId, trigger));
  }

  on(rewardId: string): readonly Decision[] {
    return this.#onReward.get(rewardId) ?? [];
  }

  claim(orderId: string, side: ClaimSide): Claim | undefined {
    return this.#claims.get(key(orderId, side));
  }

  /** What a reward owes: the calls nobody has answered, and the end of the wait it is in. */
  owe(rewardId: string, calls: readonly Timer[]): void {
    const open = calls.filter(({ trigger }) => this.byTrigger(rewardId, trigger) === undefined);
    const last = this.on(rewardId).at(-1);
    const waits = last?.action === 'wait' && last.until !== undefined;
    this.timers.set(rewardId, [
      ...open,
      ...(waits ? [{ rewardId, at: last.until, trigger: `${WAIT}${last.decisionId}` }] : []),
    ]);
  }

  commit({ decision, claim, trigger }: DecisionWrite): Committed {
    const { decisionId, rewardId } = decision;
    const existing = this.byTrigger(rewardId, trigger);
    if (existing !== undefined) return { outcome: 'existing', decision: existing };
    if (claim !== undefined) {
      const held = this.claim(claim.orderId, claim.side);
      const mine = held?.rewardId === rewardId;
      // INVARIANT: one order pays once per side; only the holder gives a claim back.
      if (claim.effect === 'take' && held !== undefined && !mine)
        return { outcome: 'claimed', by: held };
      const place = key(claim.orderId, claim.side);
      if (claim.effect === 'free' && mine) this.#claims.delete(place);
      if (claim.effect === 'take' && held === undefined) {
        const { orderId, side } = claim;
        this.#claims.set(place, { orderId, side, rewardId, at: decision.at });
      }
    }
    this.#byId.set(decisionId, decision);
    this.#byTrigger.set(key(rewardId, trigger), decision);
    this.#onReward.set(rewardId, [...this.on(rewardId), decision]);
    this.owe(rewardId, this.timers.of(rewardId).filter(isCall));
    return { outcome: 'committed', decision };
  }
}

/** Prefix of the trigger that stands for the end of a decision's wait. */
const WAIT = 'wait:';

const isCall = ({ trigger }: Timer): boolean => !trigger.startsWith(WAIT);

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
