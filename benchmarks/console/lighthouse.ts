import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDoubletake } from 'doubletake';
import { chromium } from 'playwright-core';
import { z } from 'zod';
import { addPeople } from '../../packages/doubletake/src/demo/people.ts';
import { consoleOn } from '../../packages/doubletake/src/serve/console-on.ts';
import { launchOptions } from '../../test/support/chromium.ts';
import { freePort } from '../../test/support/free-port.ts';
import { HELD_AT, told } from '../../test/support/held-reward.ts';
import { median } from '../rounds.ts';
import { pagesToAudit } from './pages.ts';
import { signedIn } from './signed-in.ts';

// Lighthouse (a phone on a slow line, as it comes) over the pages of a console in memory. `npx` fetches it.

const CASES = 30;
/** A page below this is asked again: other work on the machine costs it points. */
const TARGET = 0.95;
const TRIES = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const SCORE = z.object({ score: z.number() });
const REPORT = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.object({ performance: SCORE, accessibility: SCORE, 'best-practices': SCORE }),
  audits: z.record(z.string(), z.object({ score: z.number().nullish() })),
});

const clock = { now: HELD_AT };
const engine = await openDoubletake({ clock: () => clock.now });
for (let n = 1; n <= CASES; n += 1) await engine.recordMany(told(n));
const held = await engine.wake();
clock.now += 60_000;
const people = await addPeople(engine.parts.ledger.access, clock.now);
const running = await consoleOn(engine, {
  secrets: [randomBytes(32).toString('base64url')],
  log: () => {},
  secondFactor: 'optional',
  sampleShare: 1,
});
const cookie = await signedIn(
  running.url,
  people.find(({ name }) => name === 'admin'),
);
const pages = await pagesToAudit(engine, {
  cases: held.map(({ decisionId }) => decisionId),
  clock,
});

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const port = await freePort();
// Started here and not by lighthouse, whose own way waits for ever where the browser may not phone home.
const options = launchOptions();
const browser = await chromium.launch({
  ...options,
  args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
});

const asked = process.argv.slice(2);
console.log(`| page | ${CATEGORIES.join(' | ')} | what cost points |\n|---|---|---|---|---|`);
for (const [name, path] of Object.entries(pages)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const reports = [await audit(path)];
  while (reports.length < TRIES && reports.some(isBelow)) reports.push(await audit(path));
  const scores = CATEGORIES.map((category) =>
    median(reports.map(({ categories }) => categories[category].score)).toFixed(2),
  );
  const lost = Object.entries(reports.at(-1)?.audits ?? {}).flatMap(([id, { score }]) =>
    typeof score === 'number' && score < 0.9 ? [id] : [],
  );
  console.log(`| ${name} | ${scores.join(' | ')} | ${lost.join(', ')} |`);
}
await browser.close();
await running.close();
await engine.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

type Report = z.infer<typeof REPORT>;

function isBelow({ categories }: Report): boolean {
  return Object.values(categories).some(({ score }) => score < TARGET);
}

async function audit(path: string): Promise<Report> {
  const out = join(folder, 'report.json');
  const headers = JSON.stringify(path === '/sign-in' ? {} : { cookie });
  await promisify(execFile)('npx', [
    '--yes',
    'lighthouse@12.8.2',
    running.url + path,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--extra-headers=${headers}`,
    `--port=${port}`,
  ]);
  const report = REPORT.parse(JSON.parse(readFileSync(out, 'utf8')));
  // A page that led elsewhere was not measured.
  if (report.finalDisplayedUrl !== running.url + path)
    throw new Error(`${path} led to ${report.finalDisplayedUrl}`);
  return report;
}
