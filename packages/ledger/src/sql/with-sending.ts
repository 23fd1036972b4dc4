import type { Transaction } from './database.ts';

/** Runs work on a transaction that can also send, and waits for everything it sent. */
export async function withSending<Result>(
  { query, script }: Omit<Transaction, 'send'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const sent: Promise<unknown>[] = [];
  const send: Transaction['send'] = (statement, values) => {
    const running = query(statement, values);
    // Its failure is told below; until then it must not count as one nobody hears.
    running.catch(() => {});
    sent.push(running);
  };
  const result = await work({ query, script, send }).catch(async (error: unknown) => {
    // What was sent before may be why: everything after a failure fails because of it.
    await Promise.all(sent);
    throw error;
  });
  // INVARIANT: nothing is committed before all of it was done.
  await Promise.all(sent);
  return result;
}
