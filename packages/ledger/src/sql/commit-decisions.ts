import type { Claim, Committed, Decision, DecisionWrite } from '@doubletake/scoring';
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

/** Keeps decisions, one after the other, in one transaction. */
export async function commitDecisions(
  db: Database,
  writes: readonly DecisionWrite[],
): Promise<readonly Committed[]> {
  const rows = await db
    .transaction((tx) => tx.query<Row>(COMMIT, [JSON.stringify(writes)]))
    .catch(unknownReward);
  return rows.map(committed);
}

function committed({ outcome, kept, claimed }: Row): Committed {
  if (outcome === 'claimed' && claimed !== null) return { outcome, by: claimed };
  if (outcome !== 'claimed' && kept !== null) return { outcome, decision: kept };
  throw new Error(`a decision came back as ${outcome} with nothing to show for it`);
}

function unknownReward(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === NO_DATA_FOUND)
    throw rewardUnknown(error.message, error);
  throw error;
}
