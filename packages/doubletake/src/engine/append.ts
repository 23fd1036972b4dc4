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
import { NOBODY, type Gone } from './leavers.ts';
import type { EngineParts } from './parts.ts';

/** What became of an event, also where a store kept it from being recorded. */
export type Answered = Appended | Extract<Recorded, { readonly outcome: 'unavailable' }>;

/** Takes accounts out of the graph. */
type Leave = (gone: Gone) => Promise<void>;

/**
 * Erases an account in the ledger, and gives the tokens that are to leave the graph: those of every value it ever showed, as
 * the ledger had them in the moment it let go of them. First the ledger, then the graph: whoever is still there never leaves
 * it, and what a crash between the two left there is found from the log. This process forgets at once what it remembers of the
 * account, others within ten minutes.
 */
export async function erase(
  parts: EngineParts,
  event: AccountErased,
  entry?: AuditEntry,
): Promise<{ readonly appended: Appended; readonly gone: Gone; readonly before: boolean }> {
  const { ledger, hashing } = parts;
  const { appended, gone } = await ledger.records.erase(event, entry);
  const tokens = await everHeld(gone.observed, hashing.tokenise);
  // INVARIANT: last, since reading what they showed is remembered too.
  forgetPeople(parts);
  // Of one that was erased before, or does not open any more, this process cannot tell.
  const isTold = appended.outcome === 'recorded' && !gone.erased && gone.unreadable === undefined;
  return {
    appended,
    before: gone.erased,
    gone: isTold ? new Map([[hashing.accountRef(gone.accountId), tokens]]) : NOBODY,
  };
}

/**
 * Appends events in order; one answer each. A store that fails where an erasure is due, or after some were committed,
 * costs those it failed on and no other. Whoever is erased leaves the graph before the next is.
 *
 * @throws what the ledger threw, when nothing was committed.
 */
export async function append(
  parts: EngineParts,
  events: readonly DomainEvent[],
  leave: Leave,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const run of byErasure(events)) {
    const [first] = run;
    if (first?.type === 'account.erased') {
      const erased = await erase(parts, first).catch(unavailable(run));
      answers.push(...('gone' in erased ? [erased.appended] : erased));
      if ('gone' in erased && erased.gone.size > 0) await leave(erased.gone);
    } else if (answers.length === 0) answers.push(...(await parts.ledger.append(run)));
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
