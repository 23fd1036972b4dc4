import type {
  AccountHistory,
  AccountRecord,
  AccountRecords,
  Merged,
  ToldPage,
} from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { present } from '../present.ts';
import { isRecalled, recallId } from '../recalled.ts';
import type { Allowances } from './allowances.ts';
import { accountState } from './account-state.ts';
import type { CaseBook } from './case-book.ts';
import type { Entities } from './entities.ts';
import type { MemoryAuditTrail } from './memory-audit-trail.ts';
import { owe, type Record } from './recorder.ts';
import { restateCase } from './restate-case.ts';

/** What the memory model keeps of single accounts. */
export function memoryRecords(
  into: Record & { readonly cases: CaseBook },
  allowances: Allowances,
  audit: MemoryAuditTrail,
): Omit<AccountRecords, 'erase'> {
  const { entities, log, population, options } = into;
  return {
    account: async (told) => accountRecord(into, told),
    told: async (...page) => toldPage(into, page),
    history: async (told) => historyOf(into, told),
    merge: async ({ accountId, intoId: told }, at, entry): Promise<Merged> => {
      const [from, intoId] = [entities.nameOf(accountId), entities.nameOf(told)];
      if (accountId === told) return { outcome: 'refused', why: 'same' };
      if (from === intoId) return { outcome: 'duplicate', intoId };
      if (from !== accountId) return { outcome: 'refused', why: 'elsewhere' };
      if (![from, intoId].every((id) => isKnown(entities, id)))
        return { outcome: 'refused', why: 'unknown' };
      if ([from, intoId].some((id) => entities.erased.has(id)))
        return { outcome: 'refused', why: 'erased' };
      entities.merge(accountId, intoId);
      allowances.rename(entities.nameOf);
      log.rename(accountId, intoId);
      for (const id of [accountId, intoId])
        population.place(id, accountState(entities, id, options));
      log.mark(`merge:${accountId}`, { accountId });
      log.mark(`merge:${accountId}:into`, { accountId: intoId, merged: true });
      const touched = rewardsAround(entities, intoId);
      for (const rewardId of touched) restateCase(into, rewardId);
      for (const rewardId of recalled(into, touched)) {
        const id = recallId(accountId, rewardId);
        log.mark(id, { rewardId });
        entities.recalls.set(rewardId, [...(entities.recalls.get(rewardId) ?? []), { id, at }]);
        owe(into, rewardId);
      }
      if (entry !== undefined) audit.add(entry);
      return { outcome: 'merged', intoId };
    },
  };
}

/** What was ever observed of an account, as far as it is still kept. */
export function historyOf({ entities, log }: Record, told: string): AccountHistory {
  const accountId = entities.nameOf(told);
  const events = entities.profiles.events(accountId);
  return {
    accountId,
    erased: entities.erased.has(accountId),
    observed: events.toSorted((a, b) => log.place(a.id) - log.place(b.id)),
  };
}

function toldPage(
  { entities, log }: Record,
  [named, limit, after = -1]: Parameters<AccountRecords['told']>,
): ToldPage {
  const accountId = entities.nameOf(named);
  const orders = [...entities.ordersNaming.of(accountId)]
    .flatMap((orderId) => entities.orders.events(orderId))
    .filter((event) => event.accountId === accountId);
  const rows = [...entities.profiles.events(accountId), ...orders]
    .map((event) => ({ event, place: log.place(event.id) }))
    .filter(({ place }) => place > after)
    .toSorted((a, b) => a.place - b.place)
    .slice(0, limit);
  const next = rows.length === limit ? rows.at(-1)?.place : undefined;
  return present({ told: rows.map(({ event }) => event), next });
}

/** Rewards of an account, and of the pairs it is part of. */
function rewardsAround(entities: Entities, accountId: string): readonly string[] {
  const referrals = [
    ...entities.referralsBy.of(accountId),
    ...entities.referralsOf.of(accountId),
  ].flatMap((id) => [...entities.rewardsForReferral.of(id)]);
  return [...new Set([...entities.rewardsTo.of(accountId), ...referrals])];
}

/** Which of some rewards a merge calls to be decided anew. */
function recalled({ entities, book }: Record, ids: readonly string[]): readonly string[] {
  return ids
    .filter((rewardId) => {
      const reward = entities.rewards.state(rewardId);
      const referral = reward && entities.referrals.state(reward.referralId);
      return reward && isRecalled({ reward, referral, last: book.on(rewardId).at(-1) });
    })
    .toSorted(compareText);
}

function accountRecord({ entities: of }: Record, told: string): AccountRecord | undefined {
  const accountId = of.nameOf(told);
  if (!isKnown(of, accountId)) return undefined;
  return present({
    accountId,
    merged: of.namesOf(accountId),
    erased: of.erased.has(accountId),
    profile: of.profiles.state(accountId),
    referrals: [...new Set([...of.referralsBy.of(accountId), ...of.referralsOf.of(accountId)])]
      .flatMap((id) => of.referrals.state(id) ?? [])
      .toSorted((a, b) => a.at - b.at || compareText(a.referralId, b.referralId)),
    orders: [...of.ordersNaming.of(accountId)]
      .flatMap((id) => of.orders.state(id) ?? [])
      .filter((order) => order.accountId === accountId)
      .toSorted((a, b) => a.createdAt - b.createdAt || compareText(a.orderId, b.orderId)),
    rewards: [...of.rewardsTo.of(accountId)]
      .flatMap((id) => of.rewards.state(id) ?? [])
      .toSorted((a, b) => a.accruedAt - b.accruedAt || compareText(a.rewardId, b.rewardId)),
  });
}

/** Whether anything recorded names the account. */
function isKnown(entities: Entities, accountId: string): boolean {
  return (
    entities.erased.has(accountId) ||
    [
      entities.profiles.events(accountId),
      entities.ordersNaming.of(accountId),
      entities.referralsBy.of(accountId),
      entities.referralsOf.of(accountId),
      entities.rewardsTo.of(accountId),
    ].some((ids) => [...ids].length > 0)
  );
}
