import type { Database } from '@doubletake/ledger';
import { countStatement } from '../../packages/ledger/src/sql/desk/count-cases.ts';
import { pageStatement } from '../../packages/ledger/src/sql/desk/page-cases.ts';

/** The plans of a page and of a count, as PostgreSQL tells them. */
export async function explain(db: Database): Promise<string> {
  const questions = {
    'first page': pageStatement({}),
    'a rare reason': pageStatement({ filter: { reason: 'RARE' } }),
    'a common reason': pageStatement({ filter: { reason: 'SHARED_DEVICE' } }),
    'count of all that waits': countStatement([{}]),
    'count of a programme': countStatement([{ programmeId: 'p1' }]),
  };
  const plans: string[] = [];
  for (const [question, { text, values }] of Object.entries(questions)) {
    const rows = await db.transaction((tx) => {
      tx.send({ name: '', text: 'set local plan_cache_mode = force_custom_plan' }, []);
      return tx.query<{ 'QUERY PLAN': string }>(
        { name: '', text: `explain (analyze, buffers, costs off) ${text}` },
        values,
      );
    });
    plans.push(`\n## ${question}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
  return plans.join('\n');
}
