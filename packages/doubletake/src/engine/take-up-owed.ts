import { LedgerError } from '@doubletake/ledger';
import type { Ask } from './batch.ts';
import type { EngineParts } from './parts.ts';
import type { Told } from './review.ts';
import { screenAll } from './screen.ts';

/** Screenings owed that are taken up at a time. */
const ROUND = 256;

/** Rewards in a row, each asked for alone, that the ledger gives no answer on before it counts as down. */
const UNANSWERED = 16;

/**
 * Takes up the screenings that fell due by now, a round at a time. A round that fails is taken up again by halves, down to one
 * reward, and one that fails alone is passed over: what is too much for one request, or cannot be decided at all, holds up
 * nothing else. Gives what kept rewards from being decided; they stay on the list.
 *
 * @throws what the ledger threw, when it is down: where the list is read again, or, if it reads and keeps nothing, soon after.
 */
export async function takeUpOwed(parts: EngineParts, told: Told): Promise<readonly unknown[]> {
  const failures = new Map<string, unknown>();
  const passedOver = new Set<string>();
  const unheard: unknown[] = [];
  let unanswered = 0;
  for (let size = ROUND; ;) {
    const asks = await owed(parts, { size, passedOver });
    const undecided = new Set(asks.map(({ rewardId }) => rewardId));
    try {
      const screened = await screenAll(parts, asks, async (kept) => {
        for (const { decision } of kept) {
          undecided.delete(decision.rewardId);
          failures.delete(decision.rewardId);
          unanswered = 0;
        }
        // INVARIANT: a decision is given by one call alone, of whichever process: a host may pay by what it is given.
        const decisions = kept.filter(({ isNew }) => isNew).map(({ decision }) => decision);
        await told(decisions).catch((error: unknown) => {
          unheard.push(error);
          throw error;
        });
      });
      if (screened.size === 0) return [...failures.values()];
      size = Math.min(2 * size, ROUND);
    } catch (error) {
      if (unheard.includes(error)) throw error;
      // Those too that are owed no more when asked again: what was kept of them, by whomever, this call does not give.
      for (const rewardId of undecided) failures.set(rewardId, failureOf(rewardId, error));
      const [first, second] = asks;
      if (first && second === undefined) {
        passedOver.add(keyOf(first));
        if (error instanceof LedgerError && error.code === 'ledger_unavailable') unanswered += 1;
        if (unanswered === UNANSWERED) throw error;
      }
      size = Math.max(1, Math.floor(asks.length / 2));
    }
  }
}

/** The next that are owed, one of a reward at a time: what the first decides may answer or move the others. */
async function owed(
  { ledger, clock }: EngineParts,
  { size, passedOver }: { readonly size: number; readonly passedOver: ReadonlySet<string> },
): Promise<readonly Ask[]> {
  const at = clock();
  const timers = (await ledger.timers(at, size + passedOver.size))
    .filter((timer) => !passedOver.has(keyOf(timer)))
    .slice(0, size);
  const asks = new Map(timers.toReversed().map((timer) => [timer.rewardId, { ...timer, at }]));
  return [...asks.values()].toReversed();
}

const keyOf = ({ rewardId, trigger }: Pick<Ask, 'rewardId' | 'trigger'>): string =>
  JSON.stringify([rewardId, trigger]);

/** The error with the reward it is about, for whoever has to look after it. */
function failureOf(rewardId: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `no decision on reward \`${rewardId}\`: ${why}`;
  return cause instanceof LedgerError
    ? new LedgerError(cause.code, message, { cause })
    : new Error(message, { cause });
}
