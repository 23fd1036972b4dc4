import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ask } from './batch.ts';
import type { EngineParts } from './parts.ts';
import {
  keep,
  make,
  screenAll,
  tell,
  type Kept,
  type Made,
  type Screened,
  type Told,
} from './screen.ts';

type Answers = ReadonlyMap<string, Screened>;

/**
 * Screens batches of rewards in order, with the answers of screening them one after the other: while the ledger keeps one
 * batch and is read for the one after the next, the next is decided, unless the last one was not kept as it was made: then
 * this one hardly will be. Of a batch that fails, `failed` gives the answers; those after it are tried all the same.
 */
export async function screenBatches(
  parts: EngineParts,
  batches: readonly (readonly Ask[])[],
  failed: (asks: readonly Ask[], error: unknown) => Answers,
): Promise<readonly Answers[]> {
  const answers: Answers[] = [];
  let ahead: Promise<Made> | undefined;
  let foreseen = true;
  for (const [nth, asks] of batches.entries()) {
    const making = ahead ?? tell(parts, asks).then((told) => make(parts, told));
    const following = foreseen ? batches[nth + 1] : undefined;
    // INVARIANT: the next batch is read once the one before this is kept, and before this one is: what this one changes,
    // and nothing else, is then told by `soFar` alone.
    const telling = following && Promise.allSettled([tell(parts, following)]);
    ahead = undefined;
    try {
      const made = await making;
      const [told] = (await telling) ?? [];
      const keeping = keep(parts, made);
      const next = told && goOn(parts, told, made);
      // Heard where they are waited for; until then neither must count as a failure nobody hears.
      keeping.catch(() => {});
      next?.catch(() => {});
      const { decided, again } = await keeping;
      foreseen = isAsForeseen({ decided, again });
      if (foreseen) ahead = next;
      answers.push(new Map([...decided, ...(await screenAll(parts, again))]));
    } catch (error) {
      answers.push(failed(asks, error));
    }
  }
  return answers;
}

/** Goes on to make the next batch upon one that is being kept. */
async function goOn(
  parts: EngineParts,
  told: PromiseSettledResult<Told>,
  before: Made,
): Promise<Made> {
  if (told.status === 'rejected') throw told.reason;
  // The database is handed the batch before we begin to reckon.
  await nextTurn();
  return make(parts, told.value, before.soFar);
}

/** Whether all was kept just so: what was decided upon it stands. */
function isAsForeseen({ decided, again }: Kept): boolean {
  return again.length === 0 && [...decided.values()].every(({ isNew }) => isNew);
}
