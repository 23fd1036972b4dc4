import { fillGraph } from './fill-graph.ts';
import { graphWrites, writtenBy, type Written } from './graph-writes.ts';
import type { EngineParts } from './parts.ts';
import { writeDirectory } from './write-directory.ts';

/** Events projected in one step: enough to share requests, few enough to hold in memory. */
const STEP = 1000;

/**
 * Brings the graph up to the ledger: one that shows nothing yet account by account, then step by step from its own
 * cursor. A crash between the two heals here: whatever was not projected is projected again, and doing so twice changes
 * nothing.
 */
export async function catchUp(parts: EngineParts): Promise<void> {
  const { ledger, graph } = parts;
  let cursor = await graph.cursor();
  if (cursor === 0 && (await ledger.census.extent()).events > STEP) cursor = await fillGraph(parts);
  await followLog(parts, cursor);
}

async function followLog(parts: EngineParts, from: number): Promise<void> {
  const { ledger, graph } = parts;
  let before: Written = new Map();
  for (let cursor = from; ;) {
    const batch = await ledger.changes(cursor, STEP);
    if (!batch) return;
    const alone = batch.cursor - cursor === 1 && batch.erased.length === 0;
    const writes = await graphWrites({ batch, alone, before }, parts);
    await Promise.all([graph.project(writes), writeDirectory(batch, parts)]);
    // INVARIANT: the cursor never passes an event the graph does not show.
    await graph.advance(batch.cursor);
    cursor = batch.cursor;
    before = writtenBy(writes);
  }
}
