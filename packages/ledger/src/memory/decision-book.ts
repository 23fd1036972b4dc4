import type {
  Claim,
  ClaimSide,
  Committed,
  DecidedUpon,
  Decision,
  DecisionWrite,
} from '@doubletake/scoring';
import { withoutEvidence } from '../decision-retention.ts';

/** Decisions with the claims they hold on orders. */
export class DecisionBook {
  #byId = new Map<string, Decision>();
  #byTrigger = new Map<string, string>();
  #onReward = new Map<string, readonly string[]>();
  #claims = new Map<string, Claim>();
  readonly #ahead = new Set<string>();

  /** The same decisions and claims, to try on what further ones would meet. */
  copy(): DecisionBook {
    const copy = new DecisionBook();
    copy.#byId = new Map(this.#byId);
    copy.#byTrigger = new Map(this.#byTrigger);
    copy.#onReward = new Map(this.#onReward);
    copy.#claims = new Map(this.#claims);
    return copy;
  }

  byId(decisionId: string): Decision | undefined {
    return this.#byId.get(decisionId);
  }

  byTrigger(rewardId: string, trigger: string): Decision | undefined {
    return this.byId(this.#byTrigger.get(key(rewardId, trigger)) ?? '');
  }

  on(rewardId: string): readonly Decision[] {
    return (this.#onReward.get(rewardId) ?? []).flatMap((id) => this.byId(id) ?? []);
  }

  /** Notes that no event bore a decision's trigger when it was kept. */
  noteAhead(rewardId: string, trigger: string): void {
    this.#ahead.add(key(rewardId, trigger));
  }

  isAhead(rewardId: string, trigger: string): boolean {
    return this.#ahead.has(key(rewardId, trigger));
  }

  /** The one that says whether and when it was let go. */
  standing(rewardId: string): Decision | undefined {
    return this.on(rewardId).reduce<Decision | undefined>(
      (standing, decision) => (restates(decision, standing) ? decision : standing),
      undefined,
    );
  }

  claim(orderId: string, side: ClaimSide): Claim | undefined {
    return this.#claims.get(key(orderId, side));
  }

  /** Gives a side of an order to whoever holds it now, or to nobody. */
  restateClaim({ orderId, side }: Pick<Claim, 'orderId' | 'side'>, claim: Claim | undefined): void {
    if (claim === undefined) this.#claims.delete(key(orderId, side));
    else this.#claims.set(key(orderId, side), claim);
  }

  /** Whether another decision on its reward came since it was read that this one does not simply say again. */
  overtakes({ rewardId, action }: Decision, { previous }: DecidedUpon): boolean {
    const latest = this.on(rewardId).at(-1);
    if (latest?.decisionId === previous?.decisionId) return false;
    return (
      latest?.stage !== previous?.stage ||
      latest?.action !== previous?.action ||
      latest?.action !== action
    );
  }

  /** Keeps a decision; `check` throws when it may not be, before anything changes. */
  commit({ decision, claim, trigger }: DecisionWrite, check: () => void): Committed {
    const { decisionId, rewardId } = decision;
    const existing = this.byTrigger(rewardId, trigger);
    if (existing !== undefined) return { outcome: 'existing', decision: existing };
    const held = claim && this.claim(claim.orderId, claim.side);
    const mine = held?.rewardId === rewardId;
    // INVARIANT: one order pays once per side; only the holder gives a claim back.
    if (claim?.effect === 'take' && held !== undefined && !mine)
      return { outcome: 'claimed', by: held };
    check();
    if (claim !== undefined) {
      const { orderId, side, effect } = claim;
      const place = key(orderId, side);
      if (effect === 'free' && mine) this.#claims.delete(place);
      if (effect === 'take' && held === undefined)
        this.#claims.set(place, { orderId, side, rewardId, at: decision.at });
    }
    this.#byId.set(decisionId, decision);
    this.#byTrigger.set(key(rewardId, trigger), decisionId);
    this.#onReward.set(rewardId, [...(this.#onReward.get(rewardId) ?? []), decisionId]);
    return { outcome: 'committed', decision };
  }

  /** Lets go of the evidence of some decisions, the oldest first; gives how many. */
  expire(isPast: (decision: Decision) => boolean, limit: number): number {
    const past = [...this.#byId.values()]
      .filter((decision) => decision.evidenceExpired !== true && isPast(decision))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, limit);
    for (const decision of past) this.#byId.set(decision.decisionId, withoutEvidence(decision));
    return past.length;
  }
}

/** Whether a decision says anew whether a reward was let go: not one that finds the money out and leaves it there. */
function restates({ stage, action }: Decision, standing: Decision | undefined): boolean {
  if (action === 'pay' && standing !== undefined)
    return (
      standing.action !== 'pay' && (stage !== 'post_payout' || standing.action === 'claw_back')
    );
  return stage !== 'post_payout' || action === 'claw_back';
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
