import { isElsewhere } from './elsewhere.ts';
import { fillGraph } from './fill-graph.ts';
import { graphWrites, writtenBy } from './graph-writes.ts';
import { inTurn } from './in-turn.ts';
import { keepTokens, tokensToKeep } from './kept-tokens.ts';
import { inTime, nameless, NOBODY, type Gone } from './leavers.ts';
import type { EngineParts } from './parts.ts';
import { Trail } from './trail.ts';
import { writeDirectory } from './write-directory.ts';

/** Events projected in one step: enough to share requests, few enough to hold in memory. */
const STEP = 1000;

/** Accounts from which on a graph that shows nothing is filled account by account. */
const MANY = 100;

/** What is known of a graph from before. */
export interface Known {
  /** Where its cursor was seen: one that went back lost what it was told since, erasures too. */
  readonly furthest: number;
  /** Whether a write was refused since then: what it followed upon may be gone, erasures too. */
  readonly mayLack: boolean;
  /** Whom this process erased since. */
  readonly gone: Gone;
}

const NOTHING_KNOWN: Known = { furthest: 0, mayLack: false, gone: NOBODY };

/**
 * Brings the graph up to the ledger: one that shows nothing yet account by account, then step by step from its own
 * cursor; returns where that is then. A crash between the two heals here: whatever was not projected is projected again,
 * and doing so twice changes nothing. One that has come to a place the ledger does not have is emptied and filled anew.
 */
export async function catchUp(parts: EngineParts, told: Partial<Known> = {}): Promise<number> {
  const { graph } = parts;
  const known = { ...NOTHING_KNOWN, ...told };
  try {
    return await goOn(parts, known);
  } catch (error) {
    if (!isElsewhere(error)) throw error;
  }
  await inTurn(graph, () => emptyAstray(parts));
  // What was known before is of a log that is no more.
  return catchUp(parts, { gone: known.gone });
}

async function goOn(parts: EngineParts, { furthest, mayLack, gone }: Known): Promise<number> {
  const { ledger, graph } = parts;
  const cursor = await graph.cursor();
  const isWorthFilling = cursor === 0 && (await ledger.census.extent()).accounts > MANY;
  // Another process may have filled it meanwhile.
  const fill = async (): Promise<number> => (await graph.cursor()) || fillGraph(parts);
  const filled = isWorthFilling ? await inTurn(graph, fill) : cursor;
  // What was refused may lie before a cursor that another process has moved since.
  const from = mayLack && furthest > 0 ? Math.min(filled, furthest) : filled;
  return followLog(parts, { cursor: from, lost: mayLack || cursor < furthest, gone });
}

/**
 * Empties a graph that is not of this ledger's log, unless another process did meanwhile: the ledger was put back to an
 * earlier state, or a copy of it fills the same graph. What it shows may never have been, and what is to come it may be
 * taken to show already.
 */
async function emptyAstray({ ledger, graph, warn }: EngineParts): Promise<true> {
  try {
    await ledger.changes(await graph.cursor(), 1);
  } catch (error) {
    if (!isElsewhere(error)) throw error;
    await graph.clear();
    warn?.(
      'the identity graph had come to a place that the ledger does not have, as when a backup was restored, a database that took over lacks the last commits, or a copy of the database uses the same prefix, or an older release filled it: it is emptied and filled anew',
      'graph_astray',
    );
  }
  return true;
}

interface From {
  readonly cursor: number;
  readonly lost: boolean;
  readonly gone: Gone;
}

async function followLog(parts: EngineParts, { cursor: from, lost, gone }: From): Promise<number> {
  const { ledger, graph, hashing } = parts;
  const trail = new Trail();
  let most = STEP;
  for (let cursor = from; ;) {
    const batch = await ledger.changes(cursor, most);
    if (!batch) return cursor;
    // Nobody is in a graph that showed nothing but whom this and other processes wrote, and each takes out whom it wrote.
    const unnamed = from === 0 ? [] : await nameless(batch, gone, parts);
    const isAnothers = graph.shared && !lost && unnamed.length > 0;
    // Come to one by one: two processes that erase would else wait each for what the other comes to later.
    if (isAnothers && batch.events > 1) {
      most = Math.ceil(batch.events / 2);
      continue;
    }
    const isOut = async (): Promise<boolean> =>
      unnamed.every((account) => gone.has(account)) || (await graph.cursor()) >= batch.cursor;
    const areOut = unnamed.length === 0 || (isAnothers && trail.isWhole && (await inTime(isOut)));
    const isAlone = batch.events === 1 && batch.erased.length === 0;
    const named = batch.erased.length === 0 ? NOBODY : trail.with(gone);
    const stretch = { batch, named, ...(isAlone ? { alone: batch } : {}) };
    const writes = await graphWrites(stretch, parts);
    const accountIds = batch.accounts.map(({ profile }) => profile.accountId);
    const moves = { accountIds, erased: batch.erased };
    await Promise.all([
      graph.project(writes),
      writeDirectory(moves, parts),
      keepTokens(tokensToKeep(stretch, writes, hashing), parts),
    ]);
    // What an erased account held is written nowhere any more, and may be there, or be back.
    const swept = lost ? batch.erased.map(hashing.accountRef) : areOut ? [] : unnamed;
    if (swept.length > 0) await graph.sweep(swept);
    // INVARIANT: the cursor never passes an event the graph does not show.
    await graph.advance(batch.cursor);
    cursor = batch.cursor;
    most = STEP;
    trail.add(writtenBy(writes));
  }
}
