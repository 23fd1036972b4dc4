import {
  type AccountObserved,
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
  type RewardEvent,
} from '@doubletake/scoring';
import { withoutPayment } from '../erasure.ts';
import { Completions } from './completions.ts';
import { ConfirmedOrders } from './confirmed-orders.ts';
import { FoldedEntities } from './folded-entities.ts';
import { IdIndex } from './id-index.ts';

/** What the recorded events fold to, with the paths a screening walks along. */
export class Entities {
  readonly profiles: FoldedEntities<AccountObserved, Profile> = new FoldedEntities(foldProfile);
  readonly orders: FoldedEntities<OrderUpdated, Order> = new FoldedEntities(foldOrder);
  readonly referrals: FoldedEntities<ReferralAttributed, Referral> = new FoldedEntities(
    foldReferral,
  );
  readonly rewards: FoldedEntities<RewardEvent, Reward> = new FoldedEntities(foldReward);
  /** Accounts that were erased; they stay so. */
  readonly erased: Set<string> = new Set();

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

  observe(event: AccountObserved): void {
    this.profiles.add(event.accountId, event);
  }

  updateOrder(event: OrderUpdated): void {
    const { orderId } = event;
    this.ordersNaming.move(orderId, undefined, event.accountId);
    this.#orderChange(orderId, () => this.orders.add(orderId, event));
  }

  attribute(event: ReferralAttributed): void {
    const { referralId } = event;
    const before = this.referrals.state(referralId);
    this.referrals.add(referralId, event);
    const after = this.referrals.state(referralId);
    this.referralsBy.move(referralId, before?.referrerId, after?.referrerId);
    this.referralsOf.move(referralId, before?.refereeId, after?.refereeId);
    this.referralsWithCode.move(referralId, before?.code, after?.code);
  }

  changeReward(event: RewardEvent): void {
    const { rewardId } = event;
    const before = this.rewards.state(rewardId);
    this.rewards.add(rewardId, event);
    const after = this.rewards.state(rewardId);
    this.rewardsTo.move(rewardId, before?.beneficiaryId, after?.beneficiaryId);
    this.rewardsForOrder.move(rewardId, before?.orderId, after?.orderId);
    this.rewardsForReferral.move(rewardId, before?.referralId, after?.referralId);
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

  #orderChange(orderId: string, change: () => void): void {
    const before = this.orders.state(orderId);
    change();
    const after = this.orders.state(orderId);
    this.completions.replace(before, after);
    this.confirmed.replace(before, after);
  }
}
