import type { Claim, Committed, Decision, DecisionWrite } from '@doubletake/scoring';
import { endsAllowances } from '../allowance.ts';
import { caseClosed } from '../case-closed.ts';
import { rewardUnknown } from '../reward-unknown.ts';
import type { Database, Transaction } from './database.ts';
import { statement } from './statement.ts';

interface Row {
  readonly outcome: Committed['outcome'];
  readonly existing: Decision | null;
  readonly claimed: Claim | null;
}

const COMMIT = statement('commit-decisions');
const LOCK = statement('lock-decided');
const END_ALLOWANCES = statement('end-allowances');
const NO_DATA_FOUND = 'P0002';
// Of our own, raised where a decision meets its case.
const CASE_CLOSED = 'DTC01';
const BLOCKED_MEANWHILE = 'DTC02';

/** Keeps decisions, one after the other, in one transaction. */
export async function commitDecisions(
  db: Database,
  writes: readonly DecisionWrite[],
): Promise<readonly Committed[]> {
  if (writes.length === 0) return [];
  const rounds = oneOnEach(writes);
  return db
    .transaction((tx) => commitRounds(tx, rounds))
    .catch((error: unknown) => {
      // Nothing was kept: all of them are decided again, the one that met a person's block with that as a fact.
      if (codeOf(error) === BLOCKED_MEANWHILE) return writes.map(() => ({ outcome: 'overtaken' }));
      return refused(error);
    });
}

async function commitRounds(
  tx: Transaction,
  rounds: readonly (readonly DecisionWrite[])[],
): Promise<readonly Committed[]> {
  // INVARIANT: whatever a round waits for was waited for in one order before the first round.
  if (rounds.length > 1) tx.send(LOCK, [JSON.stringify(rounds.flat().map(told))]);
  const answers: Committed[] = [];
  for (const round of rounds) {
    // Such texts hold no line break, and this way no quote in them is escaped on the way.
    const texts = round.map(({ decision }) => JSON.stringify(decision)).join('\n');
    const rows = await tx.query<Row>(COMMIT, [JSON.stringify(round.map(told)), texts]);
    for (const [nth, write] of round.entries()) {
      const answer = committed(rows[nth], write);
      const { rewardId, at } = write.decision;
      if (answer.outcome === 'committed' && endsAllowances(write.decision))
        tx.send(END_ALLOWANCES, [rewardId, at]);
      answers.push(answer);
    }
  }
  return answers;
}

/** What is asked of a decision where it is kept, so that the decision itself is not opened there. */
function told({ decision, ...asked }: DecisionWrite): object {
  const { decisionId, rewardId, programmeId, stage, action, outcome, at, score } = decision;
  const reasons = [...new Set(decision.reasons.map(({ code }) => code))];
  const reviewHours = decision.facts['programme.reviewHours'];
  const of = { decisionId, rewardId, programmeId, stage, action, outcome, at, score };
  const { determiningRules: rules, shadow } = decision;
  return { ...asked, ...of, rules, reasons, shadow, reviewHours };
}

/** The writes in rounds that hold one on each reward; in their own order, for a release counts for those after it. */
function oneOnEach(writes: readonly DecisionWrite[]): readonly (readonly DecisionWrite[])[] {
  const rounds: DecisionWrite[][] = [];
  let seen = new Set<string>();
  for (const write of writes) {
    const { rewardId } = write.decision;
    if (rounds.length === 0 || seen.has(rewardId)) {
      rounds.push([]);
      seen = new Set();
    }
    seen.add(rewardId);
    rounds.at(-1)?.push(write);
  }
  return rounds;
}

function committed(row: Row | undefined, { decision }: DecisionWrite): Committed {
  const { outcome, existing, claimed } = row ?? {};
  if (outcome === 'committed') return { outcome, decision };
  if (outcome === 'overtaken') return { outcome };
  if (outcome === 'claimed' && claimed) return { outcome, by: claimed };
  if (outcome === 'existing' && existing) return { outcome, decision: existing };
  throw new Error(`a decision came back as ${outcome ?? 'nothing'} with nothing to show for it`);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function refused(error: unknown): never {
  const code = codeOf(error);
  if (error instanceof Error && code === NO_DATA_FOUND) throw rewardUnknown(error.message, error);
  if (error instanceof Error && code === CASE_CLOSED) throw caseClosed(error.message, error);
  throw error;
}
