import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doubletake } from '../support/doubletake-command.ts';
import { running } from '../support/running-command.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'doubletake-demo-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const OPENED = z.object({
  url: z.string(),
  people: z.array(z.object({ name: z.string(), password: z.string() })).optional(),
});
type Opened = z.infer<typeof OPENED>;
type Person = NonNullable<Opened['people']>[number];

/** A demonstration that runs until `end`. */
function demo(...argv: string[]) {
  const { said, end } = running(['demo', '--json', ...argv], { cwd: home, env: {} });
  return { end, opened: async () => OPENED.parse(JSON.parse(await said())) };
}

/** Signs somebody in and reads a page as they see it. */
async function pageAs({ url }: Opened, { name, password }: Person, page: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ name, password, next: page }),
  });
  const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  return (await fetch(url + page, { headers: { cookie } })).text();
}

const casesIn = (page: string): number => page.match(/href="\/cases\//g)?.length ?? 0;

describe('doubletake demo', () => {
  it('plays a month, gives each role a password once, keeps what is done there, and begins anew on a reset', async () => {
    const cut = demo();
    const database = path.join(home, '.doubletake-demo', 'pglite', 'PG_VERSION');
    await expect.poll(() => existsSync(database), { timeout: 120_000 }).toBe(true);
    await cut.end('SIGKILL');

    const first = demo();
    const made = await first.opened();
    expect(made.people?.map(({ name }) => name)).toEqual(['analyst', 'lead', 'admin', 'auditor']);
    const [analyst, lead] = made.people ?? [];
    if (analyst === undefined || lead === undefined) return expect.unreachable();
    const queue = await pageAs(made, analyst, '/queue');
    expect(queue).toContain('Demonstration');
    expect(casesIn(queue)).toBeGreaterThan(5);
    expect(await pageAs(made, lead, '/approvals')).toContain('First decision');

    const meanwhile = await doubletake(['demo', '--reset'], { cwd: home, env: {} });
    expect(meanwhile).toMatchObject({ code: 3, out: '' });
    expect(meanwhile.err).toMatch(/^ledger_folder_in_use/u);
    expect(await first.end('SIGINT')).toMatchObject({ code: 0, err: '' });

    const again = demo();
    const found = await again.opened();
    expect(found.people).toBeUndefined();
    expect(casesIn(await pageAs(found, analyst, '/queue'))).toBe(casesIn(queue));
    await again.end('SIGTERM');

    const reset = demo('--reset');
    const fresh = await reset.opened();
    expect(fresh.people?.[0]?.password).not.toBe(analyst.password);
    expect(casesIn(await pageAs(fresh, analyst, '/queue'))).toBe(0);
    await reset.end('SIGINT');
    // It plays the month twice.
  }, 900_000);

  it('leaves a folder alone that holds something else', async () => {
    const folder = await mkdtemp(path.join(home, 'taken-'));
    await writeFile(path.join(folder, 'thesis.txt'), 'years of work');
    const ran = await doubletake(['demo', '--reset', '--folder', folder], { cwd: home, env: {} });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^demo_folder_taken/u);
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });
});
