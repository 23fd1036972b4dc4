import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startConsole } from '@doubletake/console';
import { memoryAccessStore } from '@doubletake/ledger';
import { openLines } from '../cli/ndjson-lines.ts';
import type { Io } from '../cli/io.ts';
import { openDoubletake, type OpenDoubletake } from '../open-doubletake.ts';
import { addPeople } from './people.ts';
import { playMonth } from './play-month.ts';

const MONTH = fileURLToPath(new URL('../../demo/month.ndjson.gz', import.meta.url));
const HEARTBEAT = 1_000;

/** A demonstration that runs. */
export interface RunningDemo {
  readonly url: string;
  readonly people: readonly { readonly name: string; readonly password: string }[];
  readonly close: () => Promise<void>;
}

interface DemoOptions {
  readonly port: number;
  /** Told how many events of the month have been played. */
  readonly onProgress: (done: number) => void;
}

/** Opens the console on a made-up month, all of it in memory, on the loopback only. */
export async function openDemo(
  { port, onProgress }: DemoOptions,
  io: Pick<Io, 'stdin' | 'cwd' | 'now'>,
): Promise<RunningDemo> {
  let clock = io.now;
  const engine = await openDoubletake({ clock: () => clock() });
  const turn = (at: number): void => {
    clock = () => at;
  };
  await playMonth(await openLines(MONTH, io), io.now(), { engine, turn, onProgress });
  clock = io.now;
  const access = memoryAccessStore();
  const people = await addPeople(access, io.now());
  const { ledger, policy } = engine.parts;
  const running = await startConsole({
    access,
    audit: ledger.audit,
    cases: { desk: ledger.desk, ledger, trail: ledger.audit, engine, policy },
    now: io.now,
    random: randomBytes,
    secrets: [randomBytes(32).toString('base64url')],
    log: () => {},
    port,
    secondFactor: 'optional',
    demo: true,
  });
  const stop = wakeRegularly(engine);
  const close = async (): Promise<void> => {
    await stop();
    await running.close();
    await engine.close();
  };
  return { url: running.url, people, close };
}

/** Takes up what fell due, each second, one round after another; gives what ends that. */
function wakeRegularly(engine: OpenDoubletake): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => engine.wake());
  }, HEARTBEAT);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
