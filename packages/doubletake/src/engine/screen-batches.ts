import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ask } from './batch.ts';
import type { EngineParts } from './parts.ts';
import { keep, make, screenAll, tell, type Kept, type Made, type Screened } from './screen.ts';

type Answers = ReadonlyMap<string, Screened>;

/**
 * Screens batches of rewards in order, with the answers of screening them one after the other: while the ledger keeps one
 * batch, the next is decided, unless the last one was not kept as it was made: then this one hardly will be. Of a batch that
 * fails, `failed` gives the answers; those after it are tried all the same.
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
    ahead = undefined;
    try {
      const made = await making;
      const next = await lookAhead(parts, made, foreseen ? batches[nth + 1] : undefined);
      const { decided, again } = await next.kept;
      foreseen = isAsForeseen({ decided, again });
      if (foreseen) ahead = next.made;
      answers.push(new Map([...decided, ...(await screenAll(parts, again))]));
    } catch (error) {
      answers.push(failed(asks, error));
    }
  }
  return answers;
}

/** Keeps what was made, and goes on to make the next batch upon it. */
async function lookAhead(
  parts: EngineParts,
  made: Made,
  asks: readonly Ask[] | undefined,
): Promise<{ readonly kept: Promise<Kept>; readonly made?: Promise<Made> }> {
  if (asks === undefined) return { kept: keep(parts, made) };
  // INVARIANT: the next batch is read before this one is kept, so that what this one changes is told by `soFar` alone.
  const [told] = await Promise.allSettled([tell(parts, asks)]);
  const kept = keep(parts, made);
  const next = goOn(parts, told, made);
  // Heard where they are waited for; until then neither must count as a failure nobody hears.
  kept.catch(() => {});
  next.catch(() => {});
  return { kept, made: next };
}

async function goOn(
  parts: EngineParts,
  told: PromiseSettledResult<Awaited<ReturnType<typeof tell>>>,
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
