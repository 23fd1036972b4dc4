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
}

/**
 * Removes everything that identifies the person behind an account, from the graph and from the ledger; a tombstone
 * stays. Erasing twice changes nothing. Undefined when nothing recorded names the account.
 */
export async function eraseAccount(parts: EngineParts, told: string): Promise<Erasure | undefined> {
  const { ledger, hashing, clock, newId } = parts;
  const record = await ledger.records.account(told);
  if (!record) return undefined;
  const { accountId, erased, orders } = record;
  const { observed } = await ledger.records.history(accountId);
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
  };
}
