import type { Appended, DomainEvent } from '@doubletake/scoring';
import { everHeld } from './ever-held.ts';
import type { EngineParts } from './parts.ts';

/**
 * Takes an account's tokens out of the graph while the ledger still knows which they are: of every value it ever showed,
 * also of those its profile keeps no more. First the graph, then the ledger: a crash between the two leaves an erasure
 * the host repeats, never a token nobody can find again.
 */
async function forget({ ledger, graph, hashing }: EngineParts, told: string): Promise<void> {
  const { accountId, observed } = await ledger.records.history(told);
  await graph.project([
    {
      kind: 'erase',
      account: hashing.accountRef(accountId),
      tokens: everHeld(observed, hashing.tokenise),
    },
  ]);
}

/** Appends events in order; one answer each. */
export async function append(
  parts: EngineParts,
  events: readonly DomainEvent[],
): Promise<Appended[]> {
  const answers: Appended[] = [];
  let run: DomainEvent[] = [];
  for (const event of events) {
    run.push(event);
    if (event.type !== 'account.erased') continue;
    const before = run.slice(0, -1);
    answers.push(...(await parts.ledger.append(before)));
    await forget(parts, event.accountId);
    answers.push(...(await parts.ledger.append([event])));
    run = [];
  }
  return run.length > 0 ? [...answers, ...(await parts.ledger.append(run))] : answers;
}
