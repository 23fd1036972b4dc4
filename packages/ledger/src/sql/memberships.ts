import type { DomainEvent } from '@doubletake/scoring';
import { MATURITY } from '../limits.ts';
import type { AppendContext, Changes } from './append-context.ts';
import type { Known } from './known.ts';
import { statement } from './statement.ts';

const REFRESH = statement('refresh-memberships');

interface Batch {
  readonly changes: Changes;
  readonly fresh: readonly DomainEvent[];
  readonly before: ReadonlyMap<Known['kind'], ReadonlyMap<string, Known>>;
}

/** States anew who counts as matured and who as abusive, of the accounts for which a batch may have changed it. */
export function refreshMemberships(batch: Batch, { tx, options }: AppendContext): void {
  const organic = options.organicOrders === true;
  const judged = judgedReferrals(batch);
  const accounts = [
    ...aged(batch),
    ...batch.fresh.flatMap((event) => (event.type === 'account.erased' ? event.accountId : [])),
    ...(organic ? buyers(batch) : []),
  ];
  if (accounts.length === 0 && judged.referrals.length === 0) return;
  tx.send(REFRESH, [accounts, judged.accounts, judged.referrals, organic, MATURITY]);
}

/** Accounts whose creation is now another, or known for the first time. */
function aged({ changes }: Batch): readonly string[] {
  return [...changes.accounts.values()].flatMap(({ id, before, after }) =>
    before?.createdAt === after?.createdAt ? [] : id,
  );
}

function buyers({ changes }: Batch): readonly string[] {
  return [...changes.orders.values()].flatMap(({ before, after }) =>
    [before?.accountId, after?.accountId].flatMap((id) => id ?? []),
  );
}

/** Referrals a label speaks of, and the accounts that such a referral no longer names. */
function judgedReferrals({ changes, before }: Batch) {
  const referrals = new Set<string>();
  const accounts: string[] = [];
  for (const reward of changes.rewards.values())
    for (const state of [reward.before, reward.after])
      if (state !== undefined && [reward.before?.label, reward.after?.label].includes('fraud'))
        referrals.add(state.referralId);
  for (const referral of changes.referrals.values()) {
    if (before.get('judged')?.has(referral.id) !== true) continue;
    referrals.add(referral.id);
    if (referral.before !== undefined)
      accounts.push(referral.before.referrerId, referral.before.refereeId);
  }
  return { referrals: [...referrals], accounts };
}

/** The same of some accounts, from everything that is known of them. */
export function restateMemberships(
  accounts: readonly string[],
  { tx, options }: AppendContext,
): void {
  tx.send(REFRESH, [accounts, accounts, [], options.organicOrders === true, MATURITY]);
}
