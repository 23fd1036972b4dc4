import type { ProjectionBatch, Referral, ReferralAttributed } from '@doubletake/scoring';
import type { LedgerOptions } from '../options.ts';
import { placeUnknown } from '../place-unknown.ts';
import { accountState } from './account-state.ts';
import { compareText } from '../compare-text.ts';
import type { Entities } from './entities.ts';
import type { EventLog } from './event-log.ts';
import { formerAttributions, formerReferrals, referralsJoining } from './former-links.ts';
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
  const unlinked: ReferralAttributed[] = [];
  for (const { id: eventId, accountId, orderId, referralId, rewardId, merged } of touched) {
    if (accountId !== undefined) accountIds.add(accountId);
    // An order that is another's now was of the one before.
    if (orderId !== undefined)
      for (const order of entities.orders.events(orderId)) accountIds.add(order.accountId);
    const former = formerAttributions(entities, referralId, eventId);
    unlinked.push(...former);
    const named =
      accountId !== undefined && merged === true
        ? [...entities.referralsBy.of(accountId), ...entities.referralsOf.of(accountId)]
        : [
            ...[referralId].flatMap((id) => id ?? []),
            // Another that joins the two says since when they are.
            ...former.flatMap((before) => referralsJoining(entities, before)),
          ];
    for (const id of named) {
      const referral = entities.referrals.state(id);
      const ends = referral === undefined ? [] : [referral.referrerId, referral.refereeId];
      if (referral !== undefined && !ends.some((end) => entities.erased.has(end)))
        referrals.set(id, referral);
    }
    const reward = rewardId === undefined ? undefined : entities.rewards.state(rewardId);
    const rewarded = [reward?.referralId].flatMap((id) => id ?? []);
    const judged = [...named, ...rewarded].filter((id) => isLabelled(entities, id));
    // A label says something of both accounts, whichever of its events came last.
    for (const id of [...judged, ...formerReferrals(entities, rewardId, eventId)])
      for (const end of endsOf(entities, id)) accountIds.add(end);
    // And nothing any more of those before them.
    for (const { referrerId, refereeId } of former)
      for (const id of [referrerId, refereeId]) accountIds.add(id);
  }
  const ids = [...accountIds].toSorted(compareText);
  const [alone] = touched.length === 1 ? touched : [];
  return {
    cursor: cursor + touched.length,
    events: touched.length,
    accounts: ids.flatMap((id) => accountState(entities, id, options) ?? []),
    restated:
      alone === undefined
        ? []
        : ids.filter((id) => log.restatedAt(id) > cursor || isOfBefore(entities, alone, id)),
    referrals: [...referrals.values()].toSorted(
      (a, b) => a.at - b.at || compareText(a.referralId, b.referralId),
    ),
    unlinked: unlinked
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ referrerId, refereeId }) => ({ referrerId, refereeId })),
    erased: ids.filter((id) => entities.erased.has(id) || entities.isMerged(id)),
    leaving: ids.filter((id) => isWithin(log.erasureOf(id), cursor, touched.length)),
  };
}

type Touched = ReturnType<EventLog['after']>[number];

/** Whether an entry joined an account with another, or is an observation of it that came before others. */
function isOfBefore({ profiles }: Entities, entry: Touched, accountId: string): boolean {
  if (entry.accountId !== accountId) return false;
  const events = profiles.events(accountId);
  const place = events.findLastIndex(({ id }) => id === entry.id);
  return entry.merged === true || (place >= 0 && place < events.length - 1);
}

const isWithin = (place: number | undefined, cursor: number, events: number): boolean =>
  place !== undefined && place > cursor && place <= cursor + events;

function isLabelled(entities: Entities, referralId: string): boolean {
  for (const id of entities.rewardsForReferral.of(referralId))
    if (entities.rewards.state(id)?.label !== undefined) return true;
  return false;
}
