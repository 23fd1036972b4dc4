import { randomBytes } from 'node:crypto';
import { migrate, pgDatabase, postgresPool } from '@doubletake/ledger';
import { openDoubletake, parseKeys } from 'doubletake';
import { addPeople } from '../../packages/doubletake/src/demo/people.ts';
import { newKeysFile } from '../../packages/doubletake/src/keys-file.ts';
import { consoleOn } from '../../packages/doubletake/src/serve/console-on.ts';
import { HELD_AT, told } from '../../test/support/held-reward.ts';
import { fill } from '../review/fill.ts';
import { signedIn } from './signed-in.ts';

/** A console over a database of its own, with somebody signed in. */
export interface Desk {
  /** Reads a page and gives how long it took, in milliseconds. */
  readonly read: (path: string) => Promise<number>;
  /** A case with everything a case has: its people, its evidence, its order. */
  readonly caseId: string;
  readonly close: () => Promise<void>;
}

/** Number of the one reward that was really screened: beyond those that fill the database. */
const REAL = 999_999_999;

/** Rewards for each open case. */
const EVERY = 4;

/** Opens a console on a database with this many open cases and five times as many decisions. */
export async function openDesk(url: string, open: number): Promise<Desk> {
  const db = pgDatabase(postgresPool({ url, timeout: 3_600_000 }));
  await migrate(db);
  await fill(db, open, EVERY);
  await db.close();

  let now = HELD_AT;
  const keys = parseKeys(newKeysFile());
  const engine = await openDoubletake({ databaseUrl: url, keys, clock: () => now });
  await engine.recordMany(told(REAL));
  const held = (await engine.wake()).find(({ action }) => action === 'review');
  if (held === undefined) throw new Error('the reward that was to be held was not');
  now += 60_000;

  const [analyst] = await addPeople(engine.parts.ledger.access, now);
  const running = await consoleOn(engine, {
    secrets: [randomBytes(32).toString('base64url')],
    log: () => {},
    secondFactor: 'optional',
  });
  const cookie = await signedIn(running.url, analyst);
  return {
    caseId: held.decisionId,
    read: async (path) => {
      const started = performance.now();
      const answer = await fetch(`${running.url}${path}`, { headers: { cookie } });
      await answer.text();
      const time = performance.now() - started;
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return time;
    },
    close: async () => {
      await running.close();
      await engine.close();
    },
  };
}
