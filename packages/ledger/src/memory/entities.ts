import {
  type AccountObserved,
  compareRewardEvents,
  foldOrder,
  foldProfile,
  foldReferral,
  foldReward,
  type Order,
  type OrderUpdated,
  type Profile,
  type Referral,
  type ReferralAttributed,
  type Reward,
  type RewardDue,
  type RewardEvent,
} from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { withoutPayment } from '../erasure.ts';
import { renamed } from '../merged-names.ts';
import { Completions } from './completions.ts';
import { ConfirmedOrders } from './confirmed-orders.ts';
import { FoldedEntities } from './folded-entities.ts';
import { IdIndex } from './id-index.ts';

/** A screening called for, by the id it answers. */
type Recall = Pick<RewardDue, 'id' | 'at'>;

/** What the recorded events fold to, with the paths a screening walks along. */
export class Entities {
  readonly profiles: FoldedEntities<AccountObserved, Profile> = new FoldedEntities(foldProfile);
  readonly orders: FoldedEntities<OrderUpdated, Order> = new FoldedEntities(foldOrder);
  readonly referrals: FoldedEntities<ReferralAttributed, Referral> = new FoldedEntities(
    foldReferral,
  );
  readonly rewards: FoldedEntities<RewardEvent, Reward> = new FoldedEntities(
    foldReward,
    compareRewardEvents,
  );
  /** Accounts that were erased; they stay so. */
  readonly erased: Set<string> = new Set();
  /** What else than a payout service asks for a reward: merges, and what is told otherwise or at last. */
  readonly recalls: Map<string, readonly Recall[]> = new Map();
  readonly #merged = new Map<string, string>();

  /** Orders any event of which names the account. */
  readonly ordersNaming: IdIndex = new IdIndex();
  readonly referralsBy: IdIndex = new IdIndex();
  readonly referralsOf: IdIndex = new IdIndex();
  readonly referralsWithCode: IdIndex = new IdIndex();
  readonly rewardsTo: IdIndex = new IdIndex();
  readonly rewardsForOrder: IdIndex = new IdIndex();
  readonly rewardsForReferral: IdIndex = new IdIndex();
  readonly confirmed: ConfirmedOrders = new ConfirmedOrders();
  readonly completions: Completions = new Completions();

  /** The account that an account is now part of, else itself. */
  readonly nameOf = (accountId: string): string => this.#merged.get(accountId) ?? accountId;

  isMerged(accountId: string): boolean {
    return this.#merged.has(accountId);
  }

  /** The accounts that are now part of one, ascending. */
  namesOf(accountId: string): readonly string[] {
    const names = [...this.#merged].flatMap(([id, into]) => (into === accountId ? id : []));
    return names.toSorted(compareText);
  }

  observe(event: AccountObserved): void {
    this.profiles.add(event.accountId, event);
  }

  updateOrder(event: OrderUpdated): void {
    const { orderId } = event;
    this.ordersNaming.move(orderId, undefined, event.accountId);
    this.#orderChange(orderId, () => this.orders.add(orderId, event));
  }

  attribute(event: ReferralAttributed): void {
    this.#referralChange(event.referralId, () => this.referrals.add(event.referralId, event));
  }

  changeReward(event: RewardEvent): void {
    this.#rewardChange(event.rewardId, () => this.rewards.add(event.rewardId, event));
  }

  /** Folds everything told of one account into another, as what comes later will be. */
  merge(accountId: string, intoId: string): void {
    for (const id of [accountId, ...this.namesOf(accountId)]) this.#merged.set(id, intoId);
    for (const event of this.profiles.events(accountId))
      this.profiles.add(intoId, renamed(event, this.nameOf));
    this.profiles.drop(accountId);
    for (const id of this.ordersNaming.of(accountId)) {
      this.ordersNaming.move(id, accountId, intoId);
      this.#orderChange(id, () => this.orders.rewrite(id, (event) => renamed(event, this.nameOf)));
    }
    for (const id of [...this.referralsBy.of(accountId), ...this.referralsOf.of(accountId)])
      this.#referralChange(id, () =>
        this.referrals.rewrite(id, (event) => renamed(event, this.nameOf)),
      );
    for (const id of this.rewardsTo.of(accountId))
      this.#rewardChange(id, () =>
        this.rewards.rewrite(id, (event) => renamed(event, this.nameOf)),
      );
  }

  /** Lets go of everything personal that was said about an account. */
  erase(accountId: string): void {
    this.erased.add(accountId);
    this.profiles.drop(accountId);
    for (const orderId of this.ordersNaming.of(accountId)) {
      this.#orderChange(orderId, () =>
        this.orders.rewrite(orderId, (event) =>
          event.accountId === accountId ? withoutPayment(event) : event,
        ),
      );
    }
  }

  #referralChange(referralId: string, change: () => void): void {
    const before = this.referrals.state(referralId);
    change();
    const after = this.referrals.state(referralId);
    this.referralsBy.move(referralId, before?.referrerId, after?.referrerId);
    this.referralsOf.move(referralId, before?.refereeId, after?.refereeId);
    this.referralsWithCode.move(referralId, before?.code, after?.code);
  }

  #rewardChange(rewardId: string, change: () => void): void {
    const before = this.rewards.state(rewardId);
    change();
    const after = this.rewards.state(rewardId);
    this.rewardsTo.move(rewardId, before?.beneficiaryId, after?.beneficiaryId);
    this.rewardsForOrder.move(rewardId, before?.orderId, after?.orderId);
    this.rewardsForReferral.move(rewardId, before?.referralId, after?.referralId);
  }

  #orderChange(orderId: string, change: () => void): void {
    const before = this.orders.state(orderId);
    change();
    const after = this.orders.state(orderId);
    this.completions.replace(before, after);
    this.confirmed.replace(before, after);
  }
}
