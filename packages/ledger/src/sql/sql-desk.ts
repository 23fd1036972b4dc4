import type {
  CaseAnswer,
  CaseCommand,
  Conclusion,
  LabelPairs,
  ReviewCase,
  ReviewDesk,
  RuleLabels,
} from '@doubletake/scoring';
import { aboutNow } from '../desk/about-now.ts';
import { accountsOf } from '../desk/accounts-of.ts';
import { answerOf } from '../desk/answer.ts';
import { lapseEntry } from '../desk/audit-entry.ts';
import { lapsed } from '../desk/lapse.ts';
import type { Database } from './database.ts';
import { act, type DeskTools, preview, put } from './desk/act.ts';
import { countCases } from './desk/count-cases.ts';
import { linkedCases, similarCases } from './desk/links.ts';
import { nextCase } from './desk/next-case.ts';
import { notesOn, putNote } from './desk/notes.ts';
import { pageCases } from './desk/page-cases.ts';
import { mergedNames } from './merged-names.ts';
import { sqlStatistics } from './sql-statistics.ts';
import { statement } from './statement.ts';

const CASE = statement('desk/case');
const LOCK_CASE = statement('desk/lock-case');
const WAKING = statement('desk/waking');
const SETTLED = statement('desk/settled');
const CONCLUSIONS_ON = statement('desk/conclusions-on');
const RULE_LABELS = statement('desk/rule-labels');
const AGREEMENT = statement('desk/agreement');

/** The desk in a migrated database. */
export function sqlDesk(db: Database, tools: DeskTools): ReviewDesk {
  const { sealer, audit } = tools;
  const find = async (caseId: string) =>
    (await db.query<{ held: ReviewCase }>(CASE, [caseId]))[0]?.held;
  const conclusions = async (...[query, values]: Parameters<typeof db.query>) =>
    (await db.query<{ conclusion: Conclusion }>(query, values)).map((row) => row.conclusion);
  return {
    ...sqlStatistics(db),
    find,
    act: (command) =>
      db
        .transaction((tx) => act(tx, command, tools))
        .catch((error: unknown) => openElsewhere(error, command, find)),
    preview: (command) => preview(db, command),
    page: (request) => pageCases(db, request),
    counts: (filters) => countCases(db, filters),
    claimNext: (wish) =>
      db.transaction(async (tx) => {
        const next = await nextCase(tx, wish);
        if (next === undefined) return undefined;
        const { filter: _, ...term } = wish;
        const claimed = await act(tx, { do: 'claim', caseId: next.caseId, ...term }, tools);
        return claimed.ok ? claimed.case : undefined;
      }),
    // A transaction for each: the lock of the audit trail is taken after every other, so it cannot be kept for the next.
    lapse: async (at, limit) => {
      const rows = await db.query<{ held: ReviewCase }>(WAKING, [at, limit]);
      const changed: ReviewCase[] = [];
      for (const {
        held: { caseId },
      } of rows)
        await db.transaction(async (tx) => {
          const [row] = await tx.query<{ held: ReviewCase }>(LOCK_CASE, [caseId]);
          const step = row && lapsed(row.held, at);
          if (step === undefined) return;
          await put(tx, step);
          await audit.add(tx, lapseEntry(step, at));
          changed.push(step.case);
        });
      return changed;
    },
    linked: (caseId, limit) => linkedCases(db, caseId, limit),
    similar: (caseId, limit) => similarCases(db, caseId, limit),
    settled: async (limit) => {
      const settled = await conclusions(SETTLED, [limit]);
      const nameOf = await mergedNames(
        db,
        settled.flatMap(({ about }) => accountsOf(about ?? {})),
      );
      return settled.map((each) => aboutNow(each, nameOf));
    },
    conclusions: (caseId) => conclusions(CONCLUSIONS_ON, [caseId]),
    ruleLabels: ({ from, to }) => db.query<RuleLabels>(RULE_LABELS, [from, to]),
    agreement: ({ from, to }) => db.query<LabelPairs>(AGREEMENT, [from, to]),
    note: (note) => db.transaction((tx) => putNote(tx, sealer, note)),
    notes: (subject) => notesOn(db, sealer, subject),
  };
}

const UNIQUE_VIOLATION = '23505';

/** A closed case cannot open again beside another of its reward. */
async function openElsewhere(
  error: unknown,
  command: CaseCommand,
  find: ReviewDesk['find'],
): Promise<CaseAnswer> {
  const taken = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
  if (!taken || command.do !== 'reopen') throw error;
  return answerOf('case_open_elsewhere', await find(command.caseId));
}
