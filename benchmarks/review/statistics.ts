import type { Database, ReviewedLedger } from '@doubletake/ledger';
import { DAY } from '@doubletake/scoring';

/** Where the time of `fill` begins; 10,000 open cases spread over 13 days from there. */
const START = 1_700_000_000_000;

/** Conclusions on closed cases, one each, over the same time as the decisions. */
const CONCLUSIONS = `
  insert into conclusions (command_id, body)
  select 'k' || case_id, jsonb_build_object('commandId', 'k' || case_id, 'caseId', case_id,
    'rewardId', reward_id, 'programmeId', programme_id, 'decisionId', case_id,
    'rules', to_jsonb(rules), 'by', 'u' || opened_at / 7000 % 12, 'at', opened_at,
    'outcome', case when opened_at / 7000 % 3 = 0 then 'release' else 'block' end,
    'reason', 'REVIEWED_ABUSE', 'from', 'open', 'status', 'final',
    'label', (array['fraud', 'honest', 'policy', 'unsure'])[1 + opened_at / 7000 % 4],
    'scoreVisible', opened_at / 7000 % 5 > 0)
  from cases where state = 'closed' order by case_id limit `;

/** Their cases were closed by them. */
const ANSWERED = `
  set local session_replication_role = replica;
  update cases set body = cases.body || jsonb_build_object('conclusion', conclusions.body)
  from conclusions where conclusions.case_id = cases.case_id;
  delete from overturned;`;

/** Adds what statistics count: that many final conclusions. */
export async function conclude(db: Database, many: number): Promise<void> {
  await db.transaction((tx) => tx.script(`${CONCLUSIONS}${many}; ${ANSWERED}`));
  await db.query({ name: '', text: 'vacuum analyze' }, []);
}

/** What the statistics page asks, by what it is, over the first days. */
export function statisticsOf(
  days: number,
): Readonly<Record<string, (ledger: ReviewedLedger) => Promise<unknown>>> {
  const to = START + days * DAY;
  const period = { from: START, to };
  const edges = Array.from({ length: days + 1 }, (_, nth) => period.from + nth * DAY);
  const ages = [0, to - 30 * DAY, to - 7 * DAY, to - 4 * DAY, to - 2 * DAY, to - DAY, to + 1];
  const questions: Readonly<Record<string, (ledger: ReviewedLedger) => Promise<unknown>>> = {
    flow: ({ desk }) => desk.flow(edges),
    waiting: ({ desk }) => desk.waiting(ages),
    closings: ({ desk }) => desk.closings(period),
    given: ({ desk }) => desk.given(period),
    overturned: ({ desk }) => desk.overturned(period),
    'rule labels': ({ desk }) => desk.ruleLabels(period),
    'rule votes': ({ desk }) => desk.ruleVotes(period),
    agreement: ({ desk }) => desk.agreement(period),
  };
  return {
    ...questions,
    'statistics page': (ledger) =>
      Promise.all(Object.values(questions).map((question) => question(ledger))),
  };
}
