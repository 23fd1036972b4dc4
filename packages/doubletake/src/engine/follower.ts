import { setTimeout as pause } from 'node:timers/promises';
import { GraphError } from '@doubletake/graph';
import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountRef, IdentityGraph, ScreeningRecord, TypedToken } from '@doubletake/scoring';
import { storeFailure } from './degraded.ts';
import type { EngineParts } from './parts.ts';
import { NOBODY, type Gone } from './leavers.ts';
import { catchUp, type Known } from './project.ts';

/** How long a caller waits for the graph to catch up, in milliseconds; it goes on catching up by itself. */
const PATIENCE = 2000;

/** How long another process that just recorded something is given to project it itself, in milliseconds. */
const HEAD_START = 10;

/** How often in a row the graph may break under a run, as it does when a node of it gives way to another, and be there again. */
const RUNS = 3;

const FILLED_AGAIN: ReadonlySet<string> = new Set(['graph_emptied', 'graph_behind']);

/**
 * Keeps the graph up to the ledger, one run at a time, and asks it nothing while it may be behind: since the start, since
 * a run failed, since it gave no answer and may have come back without what it knew.
 */
export class Follower {
  readonly #parts: EngineParts;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #isBehind = true;
  #known: Omit<Known, 'gone'> = { furthest: 0, mayLack: false };
  readonly #gone = new Map<AccountRef, readonly TypedToken[]>();

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /**
   * Resolves once all that the ledger held at the call is in the graph.
   * @param gone whom this process erased: remembered until they are out.
   * @throws what the stores threw, and an error with the code `graph_behind` when it takes long.
   */
  async follow(gone: Gone = NOBODY): Promise<void> {
    for (const [account, tokens] of gone) this.#gone.set(account, tokens);
    await withinPatience((this.#next ??= this.#queued()));
  }

  /** The graph, asked only once it shows what the ledger does. */
  get graph(): IdentityGraph {
    const { graph } = this.#parts;
    return {
      ...graph,
      project: async (writes) =>
        graph.project(writes).catch((error: unknown) => {
          this.#doubt();
          throw error;
        }),
      gather: async (...asked) => this.#current(() => graph.gather(...asked)),
      gatherMany: async (...asked) => this.#current(() => graph.gatherMany(...asked)),
    };
  }

  /** The ledger, every reading held against what the graph was brought up to before. */
  get ledger(): ReviewedLedger {
    const { ledger } = this.#parts;
    return {
      ...ledger,
      read: async (...asked) => (await this.#heeded(async () => [await ledger.read(...asked)]))[0],
      readMany: async (...asked) => this.#heeded(async () => ledger.readMany(...asked)),
    };
  }

  /** A log that ends before a place it had lost what came there: what the graph shows of it may never have been. */
  async #heeded<Records extends readonly (ScreeningRecord | undefined)[]>(
    read: () => Promise<Records>,
  ): Promise<Records> {
    const { furthest } = this.#known;
    const records = await read();
    if (records.some((record) => record !== undefined && record.reached < furthest))
      this.#isBehind = true;
    return records;
  }

  async #current<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#isBehind) await this.follow();
    try {
      return await ask().catch(async (error: unknown) => {
        if (storeFailure(error) !== 'graph_behind') throw error;
        await pause(HEAD_START);
        return ask();
      });
    } catch (error) {
      this.#isBehind = true;
      if (!FILLED_AGAIN.has(storeFailure(error))) throw error;
      // Emptied or rebuilt, by a crash or by another process, or lacking what another recorded or a replica never got: it
      // is filled from the ledger, then asked again.
      await this.follow();
      return ask();
    }
  }

  /** A write was refused: the graph is behind, and may not even show what was written to it before. */
  #doubt(): void {
    this.#isBehind = true;
    this.#known = { ...this.#known, mayLack: true };
  }

  /** A run that begins after the one under way, which may have passed what was just written; all who wait share it. */
  async #queued(): Promise<void> {
    await this.#running.catch(() => {});
    this.#next = undefined;
    this.#running = this.#run();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        const leaving = [...this.#gone.keys()];
        // The map itself: a run that is under way meets what is erased now.
        const furthest = await catchUp(this.#parts, { ...this.#known, gone: this.#gone });
        for (const account of leaving) this.#gone.delete(account);
        this.#known = { furthest, mayLack: false };
        this.#isBehind = false;
        return;
      } catch (error) {
        this.#doubt();
        if (tried === RUNS || storeFailure(error) !== 'graph_emptied') throw error;
      }
    }
  }
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        // It would call clean what it has not seen.
        reject(new GraphError('graph_behind', 'the graph is catching up')),
      PATIENCE,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
