import {
  plusMinor,
  type Decision,
  type DecisionWrite,
  type ReleaseRoom,
  type Reward,
} from '@doubletake/scoring';
import type { CaseBook } from './case-book.ts';
import type { Keeping } from './keeping.ts';
import { releasesBeside, type Release } from './tally.ts';

/** Whether what a decision was made upon stands no more. One whose trigger was answered before is not asked. */
export function isOvertaken(on: Keeping, { decision, trigger, upon }: DecisionWrite): boolean {
  const { entities, book, cases } = on;
  const { rewardId } = decision;
  const reward = entities.rewards.state(rewardId);
  if (upon === undefined || reward === undefined) return false;
  if (book.byTrigger(rewardId, trigger) !== undefined) return false;
  if (book.overtakes(decision, upon) || letsWhatIsBlocked(decision, cases)) return true;
  if (upon.reached !== undefined && isToldSince(on, reward, upon.reached)) return true;
  const { room } = upon;
  if (room === undefined) return false;
  const released = releasesBeside(reward, { entities, book });
  return room.some((bound) => isFull(bound, released));
}

function isFull(
  { below = Infinity, most, since = -Infinity }: ReleaseRoom,
  beside: readonly Release[],
): boolean {
  const released = beside.filter(({ at }) => at > since);
  if (released.length >= below) return true;
  const money = released.filter(({ amount }) => amount.currency === most?.currency);
  return (
    most !== undefined &&
    money.reduce((sum, { amount }) => plusMinor(sum, amount.minor), 0) > most.minor
  );
}

/** Whether a screening would pay what a person has blocked meanwhile. */
const letsWhatIsBlocked = ({ rewardId, outcome, stage }: Decision, cases: CaseBook): boolean =>
  outcome === 'release' && stage !== 'review' && cases.pendingBlock(rewardId) !== undefined;

/**
 * Whether something was told after a place in the log of a reward, its order, its referral or another of the same referee, or
 * an account of theirs merged, or one of the pair told of for the first time.
 */
function isToldSince({ entities, log }: Keeping, reward: Reward, place: number): boolean {
  const { rewardId, orderId, referralId, beneficiaryId } = reward;
  const { programmeId, referrerId, refereeId } = entities.referrals.state(referralId) ?? {};
  const accountIds = [beneficiaryId, referrerId, refereeId];
  const isLink = (id: string): boolean => {
    const other = entities.referrals.state(id);
    return other?.refereeId === refereeId && other?.programmeId === programmeId;
  };
  const isNew = (id: string | undefined): boolean => {
    const told = id === undefined ? [] : entities.profiles.events(id);
    return told.length > 0 && told.every((event) => log.place(event.id) >= place);
  };
  if (isNew(referrerId) || isNew(refereeId)) return true;
  return log.touchedAfter(
    place,
    (touched) =>
      touched.rewardId === rewardId ||
      (touched.referralId !== undefined &&
        (touched.referralId === referralId || isLink(touched.referralId))) ||
      (orderId !== undefined && touched.orderId === orderId) ||
      (touched.merged === true && accountIds.includes(touched.accountId)),
  );
}
