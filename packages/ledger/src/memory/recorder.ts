import type {
  AccountObserved,
  Appended,
  DomainEvent,
  OrderUpdated,
  ReferralAttributed,
  RewardEvent,
} from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import { accountState, calledFraudAt } from './account-state.ts';
import { withoutPayment } from '../erasure.ts';
import { renamed } from '../merged-names.ts';
import type { Entities } from './entities.ts';
import type { EventLog } from './event-log.ts';
import { isUndoing, owedTo } from '../owed.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Population } from './population.ts';
import type { TimerQueue } from './timer-queue.ts';

/** Where events go. */
export interface Record {
  readonly log: EventLog;
  readonly entities: Entities;
  readonly population: Population;
  readonly book: DecisionBook;
  readonly timers: TimerQueue;
  readonly options: LedgerOptions;
}

/** Takes one event into the log and folds it; a repeated id changes nothing. */
export function record(into: Record, event: DomainEvent): Appended {
  const answer = into.log.answer(event);
  if (answer.outcome !== 'recorded') return answer;
  const meant = renamed(event, into.entities.nameOf);
  into.log.add(event, meant);
  fold(into, meant);
  return answer;
}

function fold(into: Record, event: DomainEvent): void {
  const { entities } = into;
  switch (event.type) {
    case 'account.observed':
      if (entities.erased.has(event.accountId)) return into.log.forget(event.id);
      return observe(into, event);
    case 'account.erased':
      return erase(into, event.accountId);
    case 'order.updated':
      return updateOrder(into, event);
    case 'referral.attributed':
      return attribute(into, event);
    case 'reward.accrued':
    case 'reward.due':
    case 'reward.paid':
    case 'reward.reversed':
    case 'label.recorded':
      return changeReward(into, event);
  }
}

function observe(into: Record, event: AccountObserved): void {
  const { profiles } = into.entities;
  const before = profiles.state(event.accountId)?.createdAt;
  into.entities.observe(event);
  if (profiles.state(event.accountId)?.createdAt !== before) place(into, event.accountId);
}

function attribute(into: Record, event: ReferralAttributed): void {
  const { entities } = into;
  const before = endsOf(entities, event.referralId);
  entities.attribute(event);
  if (calledFraudAt(entities, event.referralId) === undefined) return;
  for (const id of [...before, ...endsOf(entities, event.referralId)]) place(into, id);
}

function erase(into: Record, accountId: string): void {
  const { entities, log } = into;
  for (const { id } of entities.profiles.events(accountId)) log.forget(id);
  for (const orderId of entities.ordersNaming.of(accountId))
    for (const { id, accountId: by, payment } of entities.orders.events(orderId))
      if (by === accountId && payment !== undefined) log.forget(id);
  entities.erase(accountId);
  place(into, accountId);
}

function updateOrder(into: Record, event: OrderUpdated): void {
  const { entities, log, options } = into;
  const erased = entities.erased.has(event.accountId) && event.payment !== undefined;
  if (erased) log.forget(event.id);
  const before = entities.orders.state(event.orderId)?.accountId;
  entities.updateOrder(erased ? withoutPayment(event) : event);
  if (isUndoing(event))
    for (const rewardId of entities.rewardsForOrder.of(event.orderId)) owe(into, rewardId);
  if (options.organicOrders !== true) return;
  for (const id of new Set([before, entities.orders.state(event.orderId)?.accountId]))
    if (id !== undefined) place(into, id);
}

function changeReward(into: Record, event: RewardEvent): void {
  const { entities } = into;
  const before = entities.rewards.state(event.rewardId);
  entities.changeReward(event);
  const after = entities.rewards.state(event.rewardId);
  owe(into, event.rewardId);
  // Only what a person called fraud, or no longer does, moves anybody in or out.
  for (const reward of [before, after])
    if (reward !== undefined && (before?.label === 'fraud' || after?.label === 'fraud'))
      for (const id of endsOf(entities, reward.referralId)) place(into, id);
}

/** States anew which screenings a reward owes. */
export function owe({ entities, book, timers }: Record, rewardId: string): void {
  const reward = entities.rewards.state(rewardId);
  if (reward === undefined) return;
  const told = entities.rewards.events(rewardId).filter(({ type }) => type === 'reward.due');
  const due = [...told, ...(entities.recalls.get(rewardId) ?? [])];
  const order = reward.orderId === undefined ? [] : entities.orders.events(reward.orderId);
  const last = book.on(rewardId).at(-1);
  const answered = (trigger: string): boolean => book.byTrigger(rewardId, trigger) !== undefined;
  const isAhead = (trigger: string): boolean => book.isAhead(rewardId, trigger);
  timers.set(rewardId, owedTo({ reward, due, order, last, answered, isAhead }));
}

/** Referrer and referee of a referral. */
export function endsOf(entities: Entities, referralId: string): readonly string[] {
  const referral = entities.referrals.state(referralId);
  return referral === undefined ? [] : [referral.referrerId, referral.refereeId];
}

function place({ population, entities, log, options }: Record, accountId: string): void {
  if (population.place(accountId, accountState(entities, accountId, options)))
    log.restate(accountId);
}
