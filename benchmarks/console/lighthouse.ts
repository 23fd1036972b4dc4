import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDoubletake } from 'doubletake';
import { z } from 'zod';
import { addPeople } from '../../packages/doubletake/src/demo/people.ts';
import { consoleOn } from '../../packages/doubletake/src/serve/console-on.ts';
import { freePort } from '../../test/support/free-port.ts';
import { HELD_AT, told } from '../../test/support/held-reward.ts';
import { signedIn } from './signed-in.ts';

// Lighthouse (a phone on a slow line, as it comes) over the pages of a console in memory. `npx` fetches it.

const CASES = 30;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const SCORE = z.object({ score: z.number().nullable() });
const REPORT = z.object({
  categories: z.object({ performance: SCORE, accessibility: SCORE, 'best-practices': SCORE }),
  audits: z.record(z.string(), z.object({ score: z.number().nullish() })),
});

let now = HELD_AT;
const engine = await openDoubletake({ clock: () => now });
for (let n = 1; n <= CASES; n += 1) await engine.recordMany(told(n));
const [held] = await engine.wake();
now += 60_000;
const admin = (await addPeople(engine.parts.ledger.access, now)).find(
  ({ name }) => name === 'admin',
);
const running = await consoleOn(engine, {
  secrets: [randomBytes(32).toString('base64url')],
  log: () => {},
  secondFactor: 'optional',
});
const cookie = await signedIn(running.url, admin);

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const port = await freePort();
// Started here and not by lighthouse, whose own way waits for ever where the browser may not phone home.
const chromium = spawn('/usr/bin/chromium', [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  `--remote-debugging-port=${port}`,
  `--user-data-dir=${join(folder, 'profile')}`,
  'about:blank',
]);
await sleep(5_000);

const PATHS = [
  '/sign-in',
  '/queue',
  `/cases/${held?.decisionId ?? ''}`,
  '/accounts/ann1',
  '/approvals',
  '/samples',
  '/statistics',
  '/rules',
  '/audit',
  '/settings',
  '/webhooks',
  '/api-keys',
  '/users',
  '/me',
];

console.log(`| page | ${CATEGORIES.join(' | ')} | what cost points |\n|---|---|---|---|---|`);
for (const path of process.argv.length > 2 ? process.argv.slice(2) : PATHS) {
  const { categories, audits } = await audit(
    `${running.url}${path}`,
    path === '/sign-in' ? '' : cookie,
  );
  const scores = CATEGORIES.map((name) => (categories[name].score ?? NaN).toFixed(2));
  const lost = Object.entries(audits).flatMap(([name, { score }]) =>
    typeof score === 'number' && score < 0.9 ? [name] : [],
  );
  console.log(`| ${path.split('/')[1]} | ${scores.join(' | ')} | ${lost.join(', ')} |`);
}
chromium.kill();
await once(chromium, 'exit');
await running.close();
await engine.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

async function audit(url: string, cookies: string): Promise<z.infer<typeof REPORT>> {
  const out = join(folder, 'report.json');
  const headers = JSON.stringify(cookies === '' ? {} : { cookie: cookies });
  await promisify(execFile)('npx', [
    '--yes',
    'lighthouse@12.8.2',
    url,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--extra-headers=${headers}`,
    `--port=${port}`,
  ]);
  return REPORT.parse(JSON.parse(readFileSync(out, 'utf8')));
}
