import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openLines } from '../cli/ndjson-lines.ts';
import type { Io } from '../cli/io.ts';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';
import { consoleOn } from '../serve/console-on.ts';
import { takeUpDue } from '../serve/take-up-due.ts';
import { tellEndpoints } from '../serve/tell-endpoints.ts';
import { Tally, type ReplaySummary } from '../replay-summary.ts';
import type { DemoFolder } from './demo-folder.ts';
import { addPeople, type Person } from './people.ts';
import { playMonth } from './play-month.ts';
import { readTruth } from './truth.ts';
import { reviewAt } from './reviewers.ts';

const MONTH = fileURLToPath(new URL('../../demo/month.ndjson.gz', import.meta.url));

/** A demonstration that runs. */
export interface RunningDemo {
  readonly url: string;
  /** What was made for it just now; absent when it was there from an earlier start. */
  readonly made?: MadeDemo;
  readonly close: () => Promise<void>;
}

/** A month just played, and who may look at it. The passwords are known here and nowhere else. */
export interface MadeDemo {
  readonly summary: ReplaySummary;
  readonly people: readonly Person[];
}

interface DemoOptions {
  readonly folder: DemoFolder;
  readonly port: number;
  /** Told how many events of the month have been played, and of how many. */
  readonly onProgress: (done: number, total: number) => void;
  /** Told what kept it from taking up what fell due. */
  readonly onFailure: (error: unknown) => void;
}

/** Opens the console on a made-up month in an embedded database, on the loopback only. */
export async function openDemo(
  { folder, port, onProgress, onFailure }: DemoOptions,
  io: Pick<Io, 'stdin' | 'cwd' | 'now'>,
): Promise<RunningDemo> {
  let clock = io.now;
  const engine = await openDoubletake({ folder: folder.path, clock: () => clock() });
  const turn = (at: number): void => {
    clock = () => at;
  };
  const made = folder.isMade ? undefined : await make({ engine, turn, onProgress }, io);
  clock = io.now;
  folder.made();
  const running = await consoleOn(engine, {
    secrets: [randomBytes(32).toString('base64url')],
    // Of everything the console tells, a demonstration says only what somebody should look into.
    log: (event, fields) => {
      if (event === 'request.failed') onFailure(`${event} ${JSON.stringify(fields)}`);
    },
    port,
    secondFactor: 'optional',
    demo: true,
  });
  const stops = [
    takeUpDue(engine, onFailure),
    tellEndpoints(engine, { loopback: true }, onFailure),
  ];
  const close = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()));
    await running.close();
    await engine.close();
  };
  return { url: running.url, ...(made && { made }), close };
}

interface Making extends Pick<DemoOptions, 'onProgress'> {
  readonly engine: OpenDoubletake;
  readonly turn: (at: number) => void;
}

async function make(
  { engine, turn, onProgress }: Making,
  io: Pick<Io, 'stdin' | 'cwd' | 'now'>,
): Promise<MadeDemo> {
  const tally = new Tally();
  const until = io.now();
  const truth = readTruth();
  await playMonth(await openLines(MONTH, io), until, {
    turn,
    onProgress,
    record: async (events) => {
      for (const { outcome } of await engine.recordMany(events))
        if (outcome !== 'refused') tally.recorded(outcome);
    },
    wake: async () => {
      for (const decision of await engine.wake()) tally.decided(decision);
      await reviewAt(engine.parts.clock(), { engine, truth, until });
    },
  });
  const people = await addPeople(engine.parts.ledger.access, io.now());
  return { summary: tally.summary(), people };
}
