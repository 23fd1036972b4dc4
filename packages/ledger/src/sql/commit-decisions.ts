import type { Claim, Committed, Decision, DecisionWrite } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { caseClosed } from '../case-closed.ts';
import { rewardUnknown } from '../reward-unknown.ts';
import type { Database } from './database.ts';
import { statement } from './statement.ts';

interface Row {
  readonly outcome: Committed['outcome'];
  readonly kept: Decision | null;
  readonly claimed: Claim | null;
}

const COMMIT = statement('commit-decisions');
const NO_DATA_FOUND = 'P0002';
// Of our own, raised where a decision meets its case.
const CASE_CLOSED = 'DTC01';

/** Keeps decisions, one after the other, in one transaction. */
export async function commitDecisions(
  db: Database,
  writes: readonly DecisionWrite[],
): Promise<readonly Committed[]> {
  const order = inClaimOrder(writes);
  const sent = JSON.stringify(order.map((position) => writes[position]));
  const rows = await db.transaction((tx) => tx.query<Row>(COMMIT, [sent])).catch(refused);
  const answers: Committed[] = [];
  for (const [nth, row] of rows.entries()) answers[order[nth] ?? nth] = committed(row);
  return answers;
}

/**
 * Positions of the writes so that two batches take claims in one order and never wait for each other in a ring. As it
 * makes a difference only between writes on one reward, a batch that has such stays as it is.
 */
function inClaimOrder(writes: readonly DecisionWrite[]): readonly number[] {
  const positions = [...writes.keys()];
  if (new Set(writes.map(({ decision }) => decision.rewardId)).size < writes.length)
    return positions;
  const keys = writes.map(({ claim }) =>
    claim ? JSON.stringify([claim.orderId, claim.side]) : '',
  );
  return positions.toSorted((a, b) => compareText(keys[a] ?? '', keys[b] ?? ''));
}

function committed({ outcome, kept, claimed }: Row): Committed {
  if (outcome === 'claimed' && claimed !== null) return { outcome, by: claimed };
  if (outcome === 'overtaken') return { outcome };
  if (outcome !== 'claimed' && kept !== null) return { outcome, decision: kept };
  throw new Error(`a decision came back as ${outcome} with nothing to show for it`);
}

function refused(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof Error && code === NO_DATA_FOUND) throw rewardUnknown(error.message, error);
  if (error instanceof Error && code === CASE_CLOSED) throw caseClosed(error.message, error);
  throw error;
}
