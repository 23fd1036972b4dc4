import type { Database } from '../database.ts';

// These statements differ with what they ask, so that a plan must see the values: a rare reason is found by its index,
// a common one along the order of the queue.
const PLAN_EACH = {
  name: 'plan-each',
  text: `select set_config('plan_cache_mode', 'force_custom_plan', true)`,
};

/** Runs a statement that was put together for this call, planned for its values. */
export function planned<Row>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return db.transaction((tx) => {
    tx.send(PLAN_EACH, []);
    return tx.query<Row>({ name: '', text }, values);
  });
}
