import type { AccountMerge, DomainEvent, Instant, Merged } from '@doubletake/scoring';
import type { AppendContext } from './append-context.ts';
import { recallId } from '../recalled.ts';
import type { Transaction } from './database.ts';
import type { EntityKind } from './entity-kind.ts';
import { ACCOUNTS, ORDERS, REFERRALS, REWARDS } from './entity-kinds.ts';
import { markEvents, type Mark } from './event-rows.ts';
import { put, refold } from './fold-kind.ts';
import { restateMemberships } from './memberships.ts';
import { mergedNames } from './merged-names.ts';
import { statement, type Statement } from './statement.ts';

const LOCK = statement('lock-append');
const STANDING = statement('records/standing');
const NAMED_BY = statement('records/named-by');
const PUT = statement('records/put-merge');
const LOCK_REWARDS = statement('records/lock-rewards');
const RECALLED = statement('records/recalled');
const RESTATE = statement('restate-cases');
const REFRESH = statement('refresh-timers');

interface Standing {
  readonly erased: boolean;
  readonly known: boolean;
}

/** Joins two accounts in one transaction that appends wait for. */
export async function mergeAccounts(
  { accountId, intoId: told, by }: AccountMerge,
  at: Instant,
  context: AppendContext,
): Promise<Merged> {
  const { tx } = context;
  await tx.query(LOCK, []);
  const nameOf = await mergedNames(tx, [accountId, told]);
  const [from, intoId] = [nameOf(accountId), nameOf(told)];
  if (accountId === told) return { outcome: 'refused', why: 'same' };
  if (from === intoId) return { outcome: 'duplicate', intoId };
  if (from !== accountId) return { outcome: 'refused', why: 'elsewhere' };
  const standing = await tx.query<Standing>(STANDING, [[from, intoId]]);
  if (!standing.every(({ known }) => known)) return { outcome: 'refused', why: 'unknown' };
  if (standing.some(({ erased }) => erased)) return { outcome: 'refused', why: 'erased' };
  const touched = await rewardIds(tx, LOCK_REWARDS, [accountId, intoId]);
  const named = await tx.query<{ kind: string; id: string }>(NAMED_BY, [accountId]);
  await tx.query(PUT, [accountId, intoId, by, at]);
  const anew = async <Event extends DomainEvent, State>(
    kind: EntityKind<Event, State>,
    ids: readonly string[],
  ): Promise<void> => put(kind, [...(await refold(kind, ids, context)).values()], context);
  const of = (kind: string) => named.flatMap((row) => (row.kind === kind ? row.id : []));
  await anew(ACCOUNTS, [intoId]);
  await anew(ORDERS, of('order'));
  await anew(REFERRALS, of('referral'));
  await anew(REWARDS, of('reward'));
  restateMemberships([accountId, intoId], context);
  tx.send(RESTATE, [touched]);
  const recalled = await rewardIds(tx, RECALLED, touched);
  markEvents(tx, [
    { id: `merge:${accountId}`, type: 'account.renamed', at, accountId },
    { id: `merge:${accountId}:into`, type: 'account.merged', at, accountId: intoId },
    ...recalled.map((rewardId): Mark => {
      return { id: recallId(accountId, rewardId), type: 'reward.due', at, rewardId };
    }),
  ]);
  tx.send(REFRESH, [recalled, []]);
  return { outcome: 'merged', intoId };
}

async function rewardIds(
  tx: Transaction,
  query: Statement,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ reward_id: string }>(query, [ids]);
  return rows.map(({ reward_id: id }) => id);
}
