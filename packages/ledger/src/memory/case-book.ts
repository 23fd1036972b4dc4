import type {
  Conclusion,
  Decision,
  Instant,
  Referral,
  ReviewCase,
  Reward,
} from '@doubletake/scoring';
import { accountsOf } from '../desk/accounts-of.ts';
import {
  decidedCase,
  openedCase,
  overtakenCase,
  refreshedCase,
  restatedCase,
} from '../desk/screened.ts';
import type { Step } from '../desk/step.ts';
import { caseClosed } from '../case-closed.ts';

/** Cases and what was concluded about them. */
export class CaseBook {
  readonly #cases = new Map<string, ReviewCase>();
  readonly #openOn = new Map<string, string>();
  readonly #conclusions = new Map<string, Conclusion>();
  readonly #decisions: Decision[] = [];
  readonly #named = new Map<string, ReadonlySet<string>>();

  find(caseId: string): ReviewCase | undefined {
    return this.#cases.get(caseId);
  }

  all(): readonly ReviewCase[] {
    return [...this.#cases.values()];
  }

  conclusion(commandId: string): Conclusion | undefined {
    return this.#conclusions.get(commandId);
  }

  conclusions(): readonly Conclusion[] {
    return [...this.#conclusions.values()];
  }

  /** Every decision that was kept, in that order. */
  decisions(): readonly Decision[] {
    return this.#decisions;
  }

  /** The reward's case that is not closed: at most one. */
  openOn(rewardId: string): ReviewCase | undefined {
    return this.find(this.#openOn.get(rewardId) ?? '');
  }

  /** Why a person is about to block a reward, while that can be taken back or waits to be written. */
  pendingBlock(rewardId: string): string | undefined {
    const { outcome, reason } = this.openOn(rewardId)?.conclusion ?? {};
    return outcome === 'block' ? reason : undefined;
  }

  keep({ case: held, conclusion }: Step): void {
    const { caseId, rewardId, state } = held;
    this.#cases.set(caseId, held);
    if (state !== 'closed') this.#openOn.set(rewardId, caseId);
    else if (this.#openOn.get(rewardId) === caseId) this.#openOn.delete(rewardId);
    if (conclusion !== undefined) this.#conclusions.set(conclusion.commandId, conclusion);
  }

  /** The same cases, to try on what a decision would do to them. */
  copy(): CaseBook {
    const copy = new CaseBook();
    for (const held of this.#cases.values()) copy.keep({ case: held });
    return copy;
  }

  /** Refuses a person's decision on a reward whose case is not waiting for it. */
  check({ stage, rewardId }: Decision): void {
    if (stage === 'review' && this.openOn(rewardId)?.state !== 'final') throw caseClosed(rewardId);
  }

  /** What a decision does to its reward's case: opens, refreshes, overtakes or closes it. */
  decided(decision: Decision, reward: Reward, referral: Referral | undefined): void {
    this.#decisions.push(decision);
    const held = this.openOn(decision.rewardId);
    if (decision.stage === 'review') {
      if (held !== undefined) this.keep({ case: decidedCase(held, decision) });
    } else if (decision.action === 'review') {
      const after =
        held === undefined ? openedCase(decision, reward, referral) : refreshedCase(held, decision);
      this.keep({ case: after });
    } else if (decision.action !== 'wait' && held !== undefined) {
      // INVARIANT: what a person blocks is blocked by them, whatever a screening says before that is written, and a case
      // that a lead opened again waits for a person.
      if (held.conclusion?.outcome !== 'block' && held.reopened !== true)
        this.#overtake(held, decision.at);
    }
  }

  /** Closes the case of a reward that was taken back. */
  reversed({ rewardId, reversedAt }: Reward): void {
    const held = this.openOn(rewardId);
    if (held !== undefined && reversedAt !== undefined) this.#overtake(held, reversedAt);
  }

  /** Tells the open case of a reward what it is about now. */
  restate(reward: Reward, referral: Referral | undefined): void {
    const held = this.openOn(reward.rewardId);
    if (held === undefined) return;
    this.#named.set(held.caseId, new Set(this.everNamed(held)));
    this.keep({ case: restatedCase(held, reward, referral) });
  }

  /** The accounts a case is about, and those it was about before. */
  everNamed(held: ReviewCase): readonly string[] {
    return [...(this.#named.get(held.caseId) ?? []), ...accountsOf(held)];
  }

  #overtake(held: ReviewCase, at: Instant): void {
    const after = overtakenCase(held, at);
    const { conclusion } = after;
    this.keep({ case: after, ...(conclusion === undefined ? {} : { conclusion }) });
  }
}
