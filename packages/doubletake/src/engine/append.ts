import type {
  AccountErased,
  Appended,
  AuditEntry,
  DomainEvent,
  Recorded,
} from '@doubletake/scoring';
import { storeFailure } from './degraded.ts';
import { everHeld } from './ever-held.ts';
import { forgetPeople } from './forget.ts';
import type { EngineParts } from './parts.ts';

/** What became of an event, also where a store kept it from being recorded. */
export type Answered = Appended | Extract<Recorded, { readonly outcome: 'unavailable' }>;

/**
 * Takes an account's tokens out of the graph while the ledger still knows which they are: of every value it ever showed,
 * also of those its profile keeps no more. First the graph, then the ledger: a crash between the two leaves an erasure
 * the host repeats, never a token nobody can find again. Then the graph once more: somebody may have been projecting what
 * he read of the account before. This process forgets at once what it remembers of it, others within ten minutes.
 */
export async function erase(
  parts: EngineParts,
  event: AccountErased,
  entry?: AuditEntry,
): Promise<readonly Appended[]> {
  const { ledger, graph, hashing } = parts;
  const { accountId, observed, unreadable } = await ledger.records.history(event.accountId);
  const erased = {
    kind: 'erase',
    account: hashing.accountRef(accountId),
    tokens: everHeld(observed, hashing.tokenise),
  } as const;
  await graph.project([erased]);
  const appended = await ledger.append([event], entry);
  await graph.project([erased]).catch(storeFailure);
  // What cannot be read any more cannot be named either.
  if (unreadable !== undefined) await graph.sweep([erased.account]).catch(storeFailure);
  forgetPeople(parts);
  return appended;
}

/**
 * Appends events in order; one answer each. A store that fails where an erasure is due, or after some were committed,
 * costs those it failed on and no other.
 *
 * @throws what the ledger threw, when nothing was committed.
 */
export async function append(
  parts: EngineParts,
  events: readonly DomainEvent[],
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const run of byErasure(events)) {
    const [first] = run;
    if (first?.type === 'account.erased')
      answers.push(...(await erase(parts, first).catch(unavailable(run))));
    else if (answers.length === 0) answers.push(...(await parts.ledger.append(run)));
    else answers.push(...(await parts.ledger.append(run).catch(unavailable(run))));
  }
  return answers;
}

const unavailable =
  (events: readonly DomainEvent[]) =>
  (error: unknown): Answered[] => {
    const code = storeFailure(error);
    return events.map(({ id }) => ({ outcome: 'unavailable', id, code }));
  };

/** The events in runs, each erasure in one of its own. */
function byErasure(events: readonly DomainEvent[]): readonly (readonly DomainEvent[])[] {
  const runs: DomainEvent[][] = [];
  for (const [index, event] of events.entries()) {
    const alone = event.type === 'account.erased' || events[index - 1]?.type === 'account.erased';
    const run = runs.at(-1);
    if (alone || run === undefined) runs.push([event]);
    else run.push(event);
  }
  return runs;
}
