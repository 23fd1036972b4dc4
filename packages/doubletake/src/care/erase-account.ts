import { LedgerError } from '@doubletake/ledger';
import { catchUp } from '../engine/project.ts';
import { everHeld } from '../engine/ever-held.ts';
import type { EngineParts } from '../engine/parts.ts';
import { erase } from '../engine/append.ts';

/** What an erasure took away; ids, referrals, orders, rewards and decisions stay, without anything that names a person. */
export interface Erasure {
  /** The account that was erased: the one the given id is now part of, or itself. */
  readonly accountId: string;
  /** Whether it had been erased before; then nothing was left to remove. */
  readonly before: boolean;
  readonly observations: number;
  readonly payments: number;
  readonly tokens: number;
  /** What did not open any more: it is gone too, and what it held is not among these counts. Absent when all did. */
  readonly unreadable?: number;
}

/**
 * Removes everything that identifies the person behind an account, from the graph and from the ledger; a tombstone
 * stays. Erasing twice changes nothing. Undefined when nothing recorded names the account.
 */
export async function eraseAccount(parts: EngineParts, told: string): Promise<Erasure | undefined> {
  const { ledger, hashing, clock, newId } = parts;
  const record = await ledger.records.account(told).catch(shut);
  if (record === undefined) return undefined;
  const { accountId, erased, observed, unreadable = [] } = await ledger.records.history(told);
  const orders = record === 'shut' ? [] : record.orders;
  const unread = unreadable.length + (record === 'shut' ? 1 : 0);
  const tokens = everHeld(observed, hashing.tokenise);
  if (!erased)
    await erase(parts, { id: `erase:${newId()}`, type: 'account.erased', at: clock(), accountId });
  await catchUp(parts);
  return {
    accountId,
    before: erased,
    observations: observed.length,
    payments: orders.filter(({ payment }) => payment !== undefined).length,
    tokens: tokens.length,
    ...(unread === 0 ? {} : { unreadable: unread }),
  };
}

const SHUT: ReadonlySet<string> = new Set(['ledger_seal_broken', 'ledger_key_missing']);

/** An account of which something does not open can be erased all the same. */
function shut(error: unknown): 'shut' {
  if (error instanceof LedgerError && SHUT.has(error.code)) return 'shut';
  throw error;
}
