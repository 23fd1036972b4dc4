import type { AccountOverview, CasePage, Listed, Programme, Referral } from '@doubletake/scoring';
import type { AccountViews } from '../../models/accounts.ts';
import { accountLink } from '../account-link.ts';
import { CASE_STATE_WORDS } from '../case-state.ts';
import { shownMoney } from '../money.ts';
import { partiesOf } from '../parties.ts';
import type { Reader } from '../reader.ts';
import { reasonWords } from '../reason.ts';
import { shownScore } from '../score.ts';
import { shownTime } from '../time.ts';

type Shown = AccountViews['account'];

/** How many rows of each list a page shows. */
export const LISTED = 10;

/** Who reads, and the names of programmes. */
export interface Eyes {
  readonly reader: Reader;
  readonly programmes: ReadonlyMap<string, Programme>;
}

/** A list as a page shows it, saying that it goes on where it does. */
export function shownList<Row, Other>(
  { rows, more }: Listed<Row>,
  show: (row: Row) => Other,
  what = 'earlier ones',
): { readonly rows: readonly Other[]; readonly more: string | undefined } {
  return { rows: rows.map(show), more: more ? `There are ${what}.` : undefined };
}

const programmeName = ({ programmes }: Eyes, programmeId: string): string =>
  programmes.get(programmeId)?.name ?? programmeId;

/** Referrals, each with the other side of it. */
export function shownReferrals(
  referrals: Listed<Referral>,
  other: 'referrerId' | 'refereeId',
  eyes: Eyes,
): Shown['brought'] {
  return shownList(referrals, (referral) => ({
    other: accountLink(referral[other]),
    programme: programmeName(eyes, referral.programmeId),
    at: shownTime(referral.at, eyes.reader.zone),
  }));
}

export function shownOrders({ orders }: AccountOverview, { reader }: Eyes): Shown['orders'] {
  return shownList(orders, ({ orderId, status, undoneBy, amount, createdAt }) => ({
    orderId,
    status: reasonWords(undoneBy ?? status),
    amount: amount === undefined ? '' : shownMoney(amount),
    at: shownTime(createdAt, reader.zone),
  }));
}

export function shownRewards({ rewards }: AccountOverview, eyes: Eyes): Shown['rewards'] {
  return shownList(rewards, ({ reward, decision }) => ({
    rewardId: reward.rewardId,
    amount: shownMoney(reward.amount),
    programme: programmeName(eyes, reward.programmeId),
    at: shownTime(reward.accruedAt, eyes.reader.zone),
    decision: decision && `${decision.outcome} → ${reasonWords(decision.action)}`,
    score: decision && shownScore(decision.score),
  }));
}

export function shownCases({ cases, next }: CasePage, { reader }: Eyes): Shown['cases'] {
  const listed = { rows: cases.map((each) => each.case), more: next !== undefined };
  return shownList(listed, (held) => ({
    href: `/cases/${encodeURIComponent(held.caseId)}`,
    parties: partiesOf(held),
    state: CASE_STATE_WORDS[held.state],
    score: shownScore(held.score),
    amount: shownMoney(held.amount),
    at: shownTime(held.openedAt, reader.zone),
  }));
}

export function shownAllowances(
  { accountId, allowances }: AccountOverview,
  { reader, mayEnd }: Eyes & { readonly mayEnd: boolean },
): Shown['allowances'] {
  return shownList(allowances, (given) => {
    const { allowanceId, referrerId, refereeId, owner, reason, expiresAt, endedAt } = given;
    const expired = expiresAt <= reader.at ? 'expired' : undefined;
    const over = endedAt === undefined ? expired : 'taken back';
    return {
      with: accountLink(referrerId === accountId ? refereeId : referrerId),
      owner: reader.names(owner),
      reason: reasonWords(reason),
      until: shownTime(endedAt ?? expiresAt, reader.zone),
      over,
      end: mayEnd && over === undefined ? allowanceId : undefined,
    };
  });
}
