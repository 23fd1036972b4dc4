import type { Allowance, Instant, Referral } from '@doubletake/scoring';
import { allowanceConflict, ERASED, sameAllowance } from '../allowance.ts';
import { compareText } from '../compare-text.ts';
import type { NameOf } from '../merged-names.ts';

/** Pair exceptions by pair. */
export class Allowances {
  readonly #byId = new Map<string, Allowance>();
  readonly #forPair = new Map<string, Allowance[]>();

  /** False when the very same was recorded before. */
  add(allowance: Allowance): boolean {
    const before = this.#byId.get(allowance.allowanceId);
    if (before !== undefined) {
      if (sameAllowance(before, allowance)) return false;
      throw allowanceConflict(allowance.allowanceId);
    }
    this.#file(allowance);
    return true;
  }

  /** From now on what was granted to pairs of one account is granted to those of another. */
  rename(nameOf: NameOf): void {
    this.#rewrite(({ referrerId, refereeId, ...rest }) => ({
      ...rest,
      referrerId: nameOf(referrerId),
      refereeId: nameOf(refereeId),
    }));
  }

  /** Lets go of why exceptions were made for some accounts. */
  forget(accountIds: readonly string[]): void {
    this.#rewrite((allowance) =>
      [allowance.referrerId, allowance.refereeId].some((id) => accountIds.includes(id))
        ? { ...allowance, reason: ERASED }
        : allowance,
    );
  }

  /** The one that lasts longest of those still in force. */
  inForce(pair: Pick<Referral, 'referrerId' | 'refereeId'>, asOf: Instant): Allowance | undefined {
    return this.#forPair
      .get(pairKey(pair))
      ?.filter(({ expiresAt }) => expiresAt > asOf)
      .toSorted(
        (a, b) => b.expiresAt - a.expiresAt || compareText(a.allowanceId, b.allowanceId),
      )[0];
  }

  /** Those of pairs an account is part of, the one that lasts longest first. */
  naming(accountId: string): readonly Allowance[] {
    return [...this.#byId.values()]
      .filter(({ referrerId, refereeId }) => [referrerId, refereeId].includes(accountId))
      .toSorted((a, b) => b.expiresAt - a.expiresAt || compareText(a.allowanceId, b.allowanceId));
  }

  #rewrite(change: (allowance: Allowance) => Allowance): void {
    const all = [...this.#byId.values()];
    this.#forPair.clear();
    for (const allowance of all) this.#file(change(allowance));
  }

  #file(allowance: Allowance): void {
    this.#byId.set(allowance.allowanceId, allowance);
    const pair = pairKey(allowance);
    this.#forPair.set(pair, [...(this.#forPair.get(pair) ?? []), allowance]);
  }
}

function pairKey({ referrerId, refereeId }: Pick<Referral, 'referrerId' | 'refereeId'>): string {
  return JSON.stringify([referrerId, refereeId]);
}
