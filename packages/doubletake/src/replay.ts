import {
  decisionJson,
  type Decision,
  type DomainEvent,
  type EventProblem,
  type Instant,
  type Policy,
  type Timer,
} from '@doubletake/scoring';
import { memoryIdentityGraph } from '@doubletake/graph';
import { memoryLedger } from '@doubletake/ledger';
import { append } from './engine/append.ts';
import type { EngineParts } from './engine/parts.ts';
import { catchUp } from './engine/project.ts';
import { screenAll } from './engine/screen.ts';
import { readEventLine, type EventLine } from './event-line.ts';
import { passingHashing } from './hashing.ts';
import { reportsOrganicOrders, timeline, type Placed } from './timeline.ts';
import { Tally, type ReplaySummary } from './replay-summary.ts';

/** What a replay reads, judges by and writes to. */
export interface ReplayOptions {
  /** Lines of NDJSON with their 1-based numbers, in any order of time. */
  readonly lines: AsyncIterable<EventLine>;
  readonly policy: Policy;
  /** Gets one decision per line, without the line feed. */
  readonly write: (line: string) => void | Promise<void>;
  /** Gets the same decision as an object, before it is written. */
  readonly onDecision?: (decision: Decision) => void;
  readonly onProblem?: (problem: EventProblem) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

async function readEvents({ lines, onProblem }: ReplayOptions): Promise<Placed[]> {
  const events: Placed[] = [];
  for await (const line of lines) {
    if (line.text.trim() === '') continue;
    const parsed = readEventLine(line);
    if (parsed.ok) events.push({ event: parsed.value, line: line.line });
    else for (const problem of parsed.problems) onProblem?.(problem);
  }
  return events;
}

/** One run: the stores it fills, the clock it turns, the decisions it writes. */
class Replay {
  readonly tally: Tally = new Tally();
  readonly #parts: EngineParts;
  readonly #options: ReplayOptions;

  constructor(options: ReplayOptions, organicOrders: boolean) {
    this.#options = options;
    this.#parts = {
      ledger: memoryLedger({ organicOrders }),
      graph: memoryIdentityGraph(),
      policy: options.policy,
      hashing: passingHashing(),
      clock: () => 0,
      newId: () => '',
    };
  }

  async record(event: DomainEvent, line: number): Promise<void> {
    const [answer] = await append(this.#parts, [event], async (gone) => {
      await catchUp(this.#parts, { gone });
    });
    this.tally.recorded(answer?.outcome ?? 'recorded');
    if (answer?.outcome === 'conflict')
      this.#options.onProblem?.({
        code: 'event_id_conflict',
        message: `another event was recorded under the id \`${event.id}\``,
        at: { line, path: '/id' },
        text: event.id,
      });
  }

  /** Screens everything owed up to an instant. */
  async screenUntil(until: Instant): Promise<void> {
    for (;;) {
      // One at a time: what it decides may move the others.
      const [timer] = await this.#parts.ledger.timers(until, 1);
      if (!timer) return;
      await this.#screen(timer);
    }
  }

  /**
   * After the last event nothing new can be learned, so every wait still open is followed to its end once, and a
   * reward that would wait again is left waiting.
   */
  async finish(): Promise<void> {
    const open = await this.#parts.ledger.timers(Number.MAX_SAFE_INTEGER, Infinity);
    for (const timer of open) await this.#screen(timer);
  }

  async #screen({ rewardId, trigger, at }: Timer): Promise<void> {
    await catchUp(this.#parts);
    const decided = await screenAll(this.#parts, [{ rewardId, trigger, at }]);
    const decision = decided.get(rewardId)?.decision;
    if (decision === undefined) return;
    this.tally.decided(decision);
    this.#options.onDecision?.(decision);
    const sides = await this.#parts.ledger.read(rewardId, at);
    await this.#options.write(JSON.stringify(decisionJson(decision, sides)));
  }
}

/**
 * Runs events with their own clock, screens whenever a screening falls due, and writes every decision. The same input
 * gives the same bytes. A bad line is reported and the rest goes on.
 */
export async function replay(options: ReplayOptions): Promise<ReplaySummary> {
  const events = timeline(await readEvents(options));
  const run = new Replay(options, reportsOrganicOrders(events));
  for (const [index, { event, line }] of events.entries()) {
    // Events of one instant fold before anything is screened at it.
    await run.screenUntil(event.at - 1);
    await run.record(event, line);
    if (index % 500 === 0) options.onProgress?.(index, events.length);
  }
  const last = events.at(-1);
  if (last) await run.screenUntil(last.event.at);
  await run.finish();
  options.onProgress?.(events.length, events.length);
  return run.tally.summary();
}
