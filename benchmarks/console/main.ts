import { startPostgres } from '../../test/support/postgres-server.ts';
import { pgDatabase, postgresPool } from '@doubletake/ledger';
import { machine, median } from '../rounds.ts';
import { openDesk, type Desk } from './desk.ts';
import { measurePictures } from './picture.ts';

// Pages of the console as a browser asks for them, among few open cases and among many.

if (process.argv[2] === 'picture') {
  measurePictures();
  process.exit();
}

const WARM_UP = 5;
const [few = '500', many = '50000', rounds = '41'] = process.argv.slice(2);

const PAGES: Readonly<Record<string, (desk: Desk) => string>> = {
  'queue, first page': () => '/queue',
  'queue, by score': () => '/queue?sort=score-down',
  'queue, one programme': () => '/queue?programme=p1',
  'queue, one reason': () => '/queue?reason=SHARED_DEVICE',
  case: ({ caseId }) => `/cases/${caseId}`,
  statistics: () => '/statistics',
};

const server = await startPostgres({ shared_buffers: '512MB' });
const admin = pgDatabase(postgresPool({ url: server.url }));
const desks: Desk[] = [];
for (const open of [few, many]) {
  const name = `open${open}`;
  await admin.query({ name: '', text: `create database ${name}` }, []);
  desks.push(await openDesk(server.url.replace(/postgres$/u, name), Number(open)));
}

console.log(
  `| page | ${few} open, ms | ${many} open, ms | p95, ms | ratio |\n|---|---|---|---|---|`,
);
// What was just filled is first read, settled and written back by the server: that is not what a page costs.
for (let round = 0; round < 20; round += 1)
  for (const desk of desks)
    for (const pathOf of Object.values(PAGES)) await desk.read(pathOf(desk));
const measured: Record<string, number> = {};
for (const [page, pathOf] of Object.entries(PAGES)) {
  const times: number[][] = desks.map(() => []);
  // Interleaved, so that whatever else the machine does meets both.
  for (let round = 0; round < WARM_UP + Number(rounds); round += 1)
    for (const [side, desk] of desks.entries()) {
      const time = await desk.read(pathOf(desk));
      if (round >= WARM_UP) times[side]?.push(time);
    }
  const [small = NaN, large = NaN] = times.map(median);
  const sorted = (times[1] ?? []).toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
  measured[page] = large / small;
  const cells = [small, large, p95, large / small].map((each) => each.toFixed(2));
  console.log(`| ${page} | ${cells.join(' | ')} |`);
}
console.log(JSON.stringify({ ...machine(), few, many, rounds, measured }));

for (const desk of desks) await desk.close();
await admin.close();
await server.stop();
