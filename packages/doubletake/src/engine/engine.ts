import { isStorable } from '@doubletake/ledger';
import {
  decideUnread,
  parseEvent,
  type Decision,
  type DomainEvent,
  type Engine,
  type Recorded,
  type ScreenOptions,
  type WakeOptions,
} from '@doubletake/scoring';
import { decisionIdOf } from '../decision-id.ts';
import { append, type Answered } from './append.ts';
import type { Ask } from './batch.ts';
import { storeFailure } from './degraded.ts';
import type { EngineParts } from './parts.ts';
import { Follower } from './follower.ts';
import type { Gone } from './leavers.ts';
import { decideCase, decideCases, settleReviews } from './review.ts';
import type { Screened } from './screen.ts';
import { screenBatches } from './screen-batches.ts';
import { checkRequest } from './screening-request.ts';
import { takeUpOwed } from './take-up-owed.ts';

/** Rewards screened in one round of requests: few enough that a busy database commits them well within its time-out. */
const BATCH = 250;

function recorded(appended: Answered, line: number): Recorded {
  if (appended.outcome !== 'conflict') return appended;
  return {
    outcome: 'refused',
    problems: [
      {
        code: 'event_id_conflict',
        message: `another event was recorded under the id \`${appended.id}\``,
        at: { line, path: '/id' },
        text: appended.id,
      },
    ],
  };
}

/** An engine's parts, the graph among them asked only while it shows what the ledger does. */
interface Running extends EngineParts {
  readonly follower: Follower;
}

async function recordMany(parts: Running, events: readonly unknown[]): Promise<Recorded[]> {
  const parsed = events.map((event, index) => parseEvent(event, index + 1));
  const good = parsed.flatMap((one): DomainEvent[] => (one.ok ? [one.value] : []));
  // Committed is committed: a graph that is down catches up later, from its own cursor.
  const follow = async (gone?: Gone): Promise<void> => {
    await parts.follower.follow(gone).catch(storeFailure);
  };
  const appended = (await append(parts, good, follow)).values();
  if (good.length > 0) await follow();
  return parsed.map((one, index): Recorded => {
    if (!one.ok) return { outcome: 'refused', problems: one.problems };
    const { value } = appended.next();
    if (!value) throw new Error('the ledger gave fewer answers than events');
    return recorded(value, index + 1);
  });
}

async function screenMany(
  parts: EngineParts,
  rewardIds: readonly string[],
  options: ScreenOptions,
): Promise<(Decision | undefined)[]> {
  const at = options.at ?? parts.clock();
  const trigger = options.trigger ?? `command:${parts.newId()}`;
  checkRequest({ trigger, at });
  // INVARIANT: a reward is asked about once, or what it would be given counted twice for those after it.
  const asks = [...new Set(rewardIds)]
    .filter(isStorable)
    .map((rewardId): Ask => ({ rewardId, trigger, at }));
  const batches: Ask[][] = [];
  for (let start = 0; start < asks.length; start += BATCH)
    batches.push(asks.slice(start, start + BATCH));
  const decided = await screenBatches(parts, batches, (failed, error) =>
    undecided(parts, failed, { code: storeFailure(error), ...options }),
  );
  const answers = new Map(decided.flatMap((batch) => [...batch]));
  return rewardIds.map((rewardId) => answers.get(rewardId)?.decision);
}

/** Without the ledger nothing can be read, claimed or kept: everything is held, and the caller asks again. */
function undecided(
  { policy }: EngineParts,
  asks: readonly Ask[],
  { code, programmeId = '' }: { readonly code: string; readonly programmeId?: string },
): ReadonlyMap<string, Screened> {
  return new Map(
    asks.map(({ rewardId, trigger, at }) => {
      const decisionId = decisionIdOf(rewardId, trigger);
      const decision = decideUnread({ rewardId, programmeId, decisionId, at, code }, policy);
      return [rewardId, { decision, isNew: false }];
    }),
  );
}

/** Settles what people concluded, then takes up the screenings that fell due by now. */
async function wake(parts: Running, options: WakeOptions): Promise<readonly Decision[]> {
  const made: Decision[] = [];
  const told = async (decisions: readonly Decision[]): Promise<void> => {
    made.push(...decisions);
    if (decisions.length > 0) await options.told?.(decisions);
  };
  try {
    await parts.follower.follow().catch(storeFailure);
    const failures = [...(await settleReviews(parts, told)), ...(await takeUpOwed(parts, told))];
    if (failures.length > 0) throw failures[0];
  } catch (error) {
    // What was kept is given; whatever failed is met again by the next call, which begins with it.
    if (options.told !== undefined || made.length === 0) throw error;
  }
  return made;
}

/** The engine over any stores. */
export function createEngine(given: EngineParts): Engine {
  const follower = new Follower(given);
  const parts: Running = { ...given, graph: follower.graph, ledger: follower.ledger, follower };
  return {
    record: async (event) => {
      const [result] = await recordMany(parts, [event]);
      if (!result) throw new Error('one event gave no answer');
      return result;
    },
    recordMany: (events) => recordMany(parts, events),
    screen: async (rewardId, options = {}) => (await screenMany(parts, [rewardId], options))[0],
    screenMany: (rewardIds, options = {}) => screenMany(parts, rewardIds, options),
    decide: (review) => decideCase(parts, review),
    decideMany: (review) => decideCases(parts, review),
    wake: (options = {}) => wake(parts, options),
    close: async () => {
      await parts.graph.close();
      await parts.ledger.close();
    },
  };
}
