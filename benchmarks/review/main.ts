import { randomBytes } from 'node:crypto';
import {
  migrate,
  pgDatabase,
  postgresPool,
  sqlLedger,
  type ReviewedLedger,
} from '@doubletake/ledger';
import { startPostgres } from '../../test/support/postgres-server.ts';
import { plansOf } from './plans.ts';
import { fill } from './fill.ts';
import { QUESTIONS } from './questions.ts';
import { conclude, statisticsOf } from './statistics.ts';

const [few = '500', many = '50000', rounds = '41'] = process.argv.slice(2);
const KEYS = { current: 'k', keys: new Map([['k', randomBytes(32)]]) };

const server = await startPostgres({ fsync: 'off', shared_buffers: '512MB' });
const admin = pgDatabase(postgresPool({ url: server.url }));

async function ledgerOf(open: string): Promise<{ url: string; ledger: ReviewedLedger }> {
  const name = `open${open}`;
  await admin.query({ name: '', text: `create database ${name}` }, []);
  const url = server.url.replace(/postgres$/u, name);
  const db = pgDatabase(postgresPool({ url, timeout: 3_600_000 }));
  await migrate(db);
  const started = performance.now();
  await fill(db, Number(open));
  await conclude(db, 4 * Number(open));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${open} open cases among ${Number(open) * 20} decisions, filled in ${seconds} s`);
  return { url, ledger: sqlLedger(db, { keys: KEYS, auditKey: randomBytes(32) }) };
}

const small = await ledgerOf(few);
const large = await ledgerOf(many);

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

console.log(`\n| question | ${few} open, ms | ${many} open, ms | ratio |\n|---|---|---|---|`);
for (const [question, ask] of Object.entries({ ...QUESTIONS, ...statisticsOf(30) })) {
  const times: [number[], number[]] = [[], []];
  // Interleaved, so that whatever else the machine does meets both.
  for (let round = 0; round < Number(rounds) + 3; round += 1)
    for (const [side, { ledger }] of [small, large].entries()) {
      const time = await timed(() => ask(ledger));
      if (round >= 3) times[side]?.push(time);
    }
  const [a, b] = [median(times[0]), median(times[1])];
  console.log(`| ${question} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(b / a).toFixed(2)} |`);
}

console.log(`\n${await plansOf(large.url, QUESTIONS)}`);
await Promise.all([small.ledger.close(), large.ledger.close(), admin.close()]);
await server.stop();
