import type { AccountRecord, AuditEntry } from '@doubletake/scoring';
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
 *
 * @param entryFor what goes into the audit trail with it.
 */
export async function eraseAccount(
  parts: EngineParts,
  told: string,
  entryFor?: (erasure: Erasure) => AuditEntry,
): Promise<Erasure | undefined> {
  const { ledger, clock, newId } = parts;
  const record = await ledger.records.account(told).catch(shut);
  if (record === undefined) return undefined;
  const erasure = await erasureOf(parts, told, record === 'shut' ? undefined : record);
  const { accountId, before } = erasure;
  const entry = entryFor?.(erasure);
  const id = `erase:${newId()}`;
  if (before) {
    if (entry !== undefined) await ledger.audit.append(entry);
    // Where an earlier attempt was cut short, this takes the account out of the graph.
    await catchUp(parts);
    return erasure;
  }
  const event = { id, type: 'account.erased', at: clock(), accountId } as const;
  const done = await erase(parts, event, entry);
  await catchUp(parts, { gone: done.gone });
  // Somebody else erased it meanwhile, and removed what was counted.
  return done.before ? { accountId, before: true, ...NOTHING } : erasure;
}

/** What there is to remove. */
async function erasureOf(
  { ledger, hashing }: EngineParts,
  told: string,
  record: AccountRecord | undefined,
): Promise<Erasure> {
  const { accountId, erased, observed, unreadable = [] } = await ledger.records.history(told);
  const unread = unreadable.length + (record === undefined ? 1 : 0);
  const orders = record?.orders ?? [];
  return {
    accountId,
    before: erased,
    observations: observed.length,
    payments: orders.filter(({ payment }) => payment !== undefined).length,
    tokens: (await everHeld(observed, hashing.tokenise)).length,
    ...(unread === 0 ? {} : { unreadable: unread }),
  };
}

const NOTHING = { observations: 0, payments: 0, tokens: 0 };

const SHUT: ReadonlySet<string> = new Set(['ledger_seal_broken', 'ledger_key_missing']);

/** An account of which something does not open can be erased all the same. */
function shut(error: unknown): 'shut' {
  if (error instanceof LedgerError && SHUT.has(error.code)) return 'shut';
  throw error;
}
