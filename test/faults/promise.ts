import { inspect } from 'node:util';
import { GraphError, type GraphErrorCode } from '@doubletake/graph';
import { LedgerError } from '@doubletake/ledger';
import { pairOf, pairQuestion, type Neighbourhood, type PairQuestion } from '@doubletake/scoring';
import { openDoubletake, type Decision, type OpenDoubletake } from 'doubletake';
import { expect } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { LIMIT, type Answer, type Host } from './host.ts';
import { NOW } from './referrals.ts';
import { KEYS, query, type Place } from './stores.ts';

interface Kept extends Answer {
  readonly rewardId: string;
}

/** What is decided without the ledger is kept nowhere: the host is told so, and asks again. */
const isKept = ({ decision }: Answer): boolean => decision.degraded !== 'ledger_unavailable';

/**
 * What must hold after every fault, read from the place itself: all that hosts were told is there once, no answer
 * contradicts another, no side of an order is paid twice, every refusal was a clear one within the time allowed, and
 * the graph that came through is the one the ledger makes anew.
 */
export async function expectPromiseKept(
  hosts: readonly Host[],
  place: Place,
  survivor: OpenDoubletake,
): Promise<readonly Kept[]> {
  const rebuilt = await openDoubletake({
    databaseUrl: place.databaseUrl,
    keys: KEYS,
    clock: () => NOW,
    database: PATIENT,
  });
  try {
    await expectEventsOnce(hosts, place, rebuilt);
    const kept = await keptDecisions(place);
    expectAnswersKept(hosts, kept);
    await expectPaidOnce(kept, rebuilt);
    expectClearRefusals(hosts);
    const questions = await everyQuestion(kept, rebuilt);
    expect(await everyAnswer(survivor, questions)).toEqual(await everyAnswer(rebuilt, questions));
    return kept;
  } finally {
    await rebuilt.close();
  }
}

/** While a store is down nothing is released that the programme did not agree to, and every decision says why. */
export function expectHeld(decisions: readonly Decision[], store: 'ledger' | 'graph'): void {
  expect(decisions).not.toEqual([]);
  for (const { degraded, outcome, action } of decisions) {
    expect(degraded).toMatch(new RegExp(`^${store}_`, 'u'));
    expect({ outcome, action }).toEqual({ outcome: 'hold', action: 'wait' });
  }
}

async function expectEventsOnce(
  hosts: readonly Host[],
  { databaseUrl }: Place,
  engine: OpenDoubletake,
): Promise<void> {
  const events = hosts.flatMap((host) => host.events);
  expect(events).not.toEqual([]);
  const again = await engine.recordMany(events);
  const missing = again.flatMap((answer, index) =>
    answer.outcome === 'duplicate' ? [] : [{ answer, event: events[index] }],
  );
  expect(missing, 'events that were acknowledged and are not there').toEqual([]);
  const log = `select count(*) = count(distinct event_id) as whole from events`;
  expect(await query(databaseUrl, log)).toEqual([{ whole: true }]);
}

async function keptDecisions({ databaseUrl }: Place): Promise<readonly Kept[]> {
  return query<Kept>(
    databaseUrl,
    `select reward_id as "rewardId", trigger, decision from decisions order by seq`,
  );
}

const keyOf = (rewardId: string, trigger: string): string => JSON.stringify([rewardId, trigger]);

function expectAnswersKept(hosts: readonly Host[], kept: readonly Kept[]): void {
  const byKey = new Map(
    kept.map(({ rewardId, trigger, decision }) => [keyOf(rewardId, trigger), decision]),
  );
  expect(byKey.size).toBe(kept.length);
  const told = hosts.flatMap((host) => host.answers.filter(isKept));
  for (const { trigger, decision } of told)
    expect(byKey.get(keyOf(decision.rewardId, trigger))).toEqual(decision);
}

async function expectPaidOnce(kept: readonly Kept[], { parts }: OpenDoubletake): Promise<void> {
  const paying = kept.filter(({ decision }) => decision.action === 'pay');
  const rewardIds = [...new Set(paying.map(({ rewardId }) => rewardId))];
  const records = await parts.ledger.readMany(rewardIds, NOW);
  const sides = records.map((record) => {
    const { orderId, side } = record?.reward ?? {};
    return `${orderId ?? ''} ${side === 'referee' ? 'referee' : 'referrer'}`;
  });
  expect(new Set(sides).size).toBe(sides.length);
}

const isClear = (error: unknown): boolean =>
  (error instanceof LedgerError && error.code === 'ledger_unavailable') ||
  (error instanceof GraphError && !error.code.startsWith('graph_bad_'));

function expectClearRefusals(hosts: readonly Host[]): void {
  for (const { refusals, slowest } of hosts) {
    const unclear = refusals.filter((refusal) => !isClear(refusal));
    expect(unclear, `refusals nobody can read: ${inspect(unclear)}`).toEqual([]);
    expect(slowest).toBeLessThan(LIMIT);
  }
}

/** What is asked about every pair that was ever decided on. */
async function everyQuestion(
  kept: readonly Kept[],
  { parts: { ledger, hashing } }: OpenDoubletake,
): Promise<readonly PairQuestion[]> {
  const rewardIds = [...new Set(kept.map(({ rewardId }) => rewardId))];
  const records = await ledger.readMany(rewardIds, NOW);
  const questions = records.flatMap((record) =>
    record ? [pairQuestion(pairOf(record, NOW, hashing))] : [],
  );
  expect(questions).not.toEqual([]);
  return questions;
}

/** Asked again on a busy machine: the survivor's time-outs are those of a request, and this asks for everything. */
async function everyAnswer(
  { parts: { graph } }: OpenDoubletake,
  questions: readonly PairQuestion[],
): Promise<readonly Neighbourhood[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      await graph.cursor();
      return await graph.gatherMany(questions);
    } catch (error) {
      const isSlow = error instanceof GraphError && SLOW.has(error.code);
      if (!isSlow || tried === 10) throw error;
    }
  }
}

/** How a graph that is whole gives no answer in time, and what the connection was closed for. */
const SLOW: ReadonlySet<GraphErrorCode> = new Set(['graph_timeout', 'graph_emptied']);
