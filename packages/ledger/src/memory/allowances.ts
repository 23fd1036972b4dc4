import type { Allowance, GivenAllowance, Instant, Referral } from '@doubletake/scoring';
import { allowanceConflict, ERASED, sameAllowance } from '../allowance.ts';
import { compareText } from '../compare-text.ts';
import type { NameOf } from '../merged-names.ts';

type Pair = Pick<Referral, 'referrerId' | 'refereeId'>;

/** Pair exceptions by pair. */
export class Allowances {
  readonly #byId = new Map<string, GivenAllowance>();
  readonly #forPair = new Map<string, GivenAllowance[]>();

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

  /** Ends one that is in force; false when it is not. */
  end(allowanceId: string, at: Instant): boolean {
    const isIt = (given: GivenAllowance): boolean =>
      given.allowanceId === allowanceId && isInForce(given, at);
    const found = [...this.#byId.values()].some(isIt);
    if (found) this.#rewrite((given) => (isIt(given) ? { ...given, endedAt: at } : given));
    return found;
  }

  /** Ends whatever is in force for a pair. */
  endFor(pair: Pair, at: Instant): void {
    for (const { allowanceId } of this.#forPair.get(pairKey(pair)) ?? []) this.end(allowanceId, at);
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
  inForce(pair: Pair, asOf: Instant): Allowance | undefined {
    return this.#forPair
      .get(pairKey(pair))
      ?.filter((given) => isInForce(given, asOf))
      .toSorted(
        (a, b) => b.expiresAt - a.expiresAt || compareText(a.allowanceId, b.allowanceId),
      )[0];
  }

  /** Those of pairs an account is part of, the one that lasts longest first. */
  naming(accountId: string): readonly GivenAllowance[] {
    return [...this.#byId.values()]
      .filter(({ referrerId, refereeId }) => [referrerId, refereeId].includes(accountId))
      .toSorted((a, b) => b.expiresAt - a.expiresAt || compareText(a.allowanceId, b.allowanceId));
  }

  #rewrite(change: (allowance: GivenAllowance) => GivenAllowance): void {
    const all = [...this.#byId.values()];
    this.#forPair.clear();
    for (const allowance of all) this.#file(change(allowance));
  }

  #file(allowance: GivenAllowance): void {
    this.#byId.set(allowance.allowanceId, allowance);
    const pair = pairKey(allowance);
    this.#forPair.set(pair, [...(this.#forPair.get(pair) ?? []), allowance]);
  }
}

// INVARIANT: one that ended never counts again, whichever clock is asked.
const isInForce = ({ expiresAt, endedAt }: GivenAllowance, asOf: Instant): boolean =>
  endedAt === undefined && expiresAt > asOf;

function pairKey({ referrerId, refereeId }: Pair): string {
  return JSON.stringify([referrerId, refereeId]);
}
