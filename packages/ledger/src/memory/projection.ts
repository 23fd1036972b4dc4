import type { ProjectionBatch, Referral } from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import { placeUnknown } from '../place-unknown.ts';
import { accountState } from './account-state.ts';
import { compareText } from '../compare-text.ts';
import type { Entities } from './entities.ts';
import type { EventLog } from './event-log.ts';
import { endsOf } from './recorder.ts';

/**
 * What the events after the cursor touched, as it stands now; undefined when there are none.
 * @throws LedgerError `ledger_place_unknown`
 */
export function projectionBatch(
  { log, entities, options }: { log: EventLog; entities: Entities; options: LedgerOptions },
  cursor: number,
  limit: number,
): ProjectionBatch | undefined {
  if (cursor < 0 || cursor > log.end) throw placeUnknown(cursor);
  const touched = log.after(cursor, limit);
  if (touched.length === 0) return undefined;
  const accountIds = new Set<string>();
  const referrals = new Map<string, Referral>();
  for (const { accountId, orderId, referralId, rewardId, merged } of touched) {
    if (accountId !== undefined) accountIds.add(accountId);
    // An order that is another's now was of the one before.
    if (orderId !== undefined)
      for (const order of entities.orders.events(orderId)) accountIds.add(order.accountId);
    const named =
      accountId !== undefined && merged === true
        ? [...entities.referralsBy.of(accountId), ...entities.referralsOf.of(accountId)]
        : [referralId].flatMap((id) => id ?? []);
    for (const id of named) {
      const referral = entities.referrals.state(id);
      const ends = referral === undefined ? [] : [referral.referrerId, referral.refereeId];
      if (referral !== undefined && !ends.some((end) => entities.erased.has(end)))
        referrals.set(id, referral);
    }
    const reward = rewardId === undefined ? undefined : entities.rewards.state(rewardId);
    // A label says something of both accounts, whichever of its events came last.
    for (const judged of [...named, ...[reward?.referralId].flatMap((id) => id ?? [])])
      if (isLabelled(entities, judged))
        for (const id of endsOf(entities, judged)) accountIds.add(id);
  }
  const ids = [...accountIds].toSorted(compareText);
  return {
    cursor: cursor + touched.length,
    events: touched.length,
    accounts: ids.flatMap((id) => accountState(entities, id, options) ?? []),
    referrals: [...referrals.values()].toSorted(
      (a, b) => a.at - b.at || compareText(a.referralId, b.referralId),
    ),
    erased: ids.filter((id) => entities.erased.has(id) || entities.isMerged(id)),
  };
}

function isLabelled(entities: Entities, referralId: string): boolean {
  for (const id of entities.rewardsForReferral.of(referralId))
    if (entities.rewards.state(id)?.label !== undefined) return true;
  return false;
}
