import { isElsewhere } from '../engine/elsewhere.ts';
import { writeAccounts } from '../engine/fill-graph.ts';
import { graphWrites } from '../engine/graph-writes.ts';
import { tokensToKeep } from '../engine/kept-tokens.ts';
import type { EngineParts } from '../engine/parts.ts';

/** Events gone through, and rows sealed anew, in one step. */
const EVENTS = 1000;
const ROWS = 500;

/**
 * Gives everybody in the graph their tokens under every key there is, from a place in the ledger on. Writing them twice
 * changes nothing, so that it can be cut short and begun anew anywhere before.
 */
export async function retokenise(
  parts: EngineParts,
  from: number,
  onReached: (cursor: number) => void,
): Promise<void> {
  await goThrough(parts, from, onReached).catch(async (error: unknown) => {
    if (!isElsewhere(error)) throw error;
    // The ledger was put back since to a state before that place.
    await goThrough(parts, 0, onReached);
  });
}

async function goThrough(
  parts: EngineParts,
  from: number,
  onReached: (cursor: number) => void,
): Promise<void> {
  for (let cursor = from; ;) {
    const batch = await parts.ledger.changes(cursor, EVENTS);
    if (!batch) return;
    const writes = await graphWrites({ batch }, parts);
    const tokens = tokensToKeep({ batch }, writes, parts.hashing);
    const accountIds = batch.accounts.map(({ profile }) => profile.accountId);
    await writeAccounts({ writes, tokens, accountIds, erased: batch.erased }, parts);
    cursor = batch.cursor;
    onReached(cursor);
  }
}

/** Seals anew whatever an older key seals; how many rows. What is done stays done. */
export async function resealAll(
  { ledger }: EngineParts,
  onSealed: (rows: number) => void,
): Promise<number> {
  let sealed = 0;
  let after: string | undefined;
  do {
    const { rows, next } = await ledger.upkeep.reseal(ROWS, after);
    sealed += rows;
    after = next;
    onSealed(sealed);
  } while (after !== undefined);
  return sealed;
}
