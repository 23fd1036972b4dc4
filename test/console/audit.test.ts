import { EventEmitter, once } from 'node:events';
import type { AuditEntry, AuditTrail } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HELD_AT } from '../support/held-reward.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

let console: TestConsole;
let auditor: Browser;
let trail: AuditTrail;

beforeEach(async () => {
  console = await startTestConsole([person('ann', 'analyst'), person('aud', 'auditor')]);
  console.clock.now = HELD_AT + 1000;
  trail = console.cases.engine.parts.ledger.audit;
  auditor = await console.signedIn('aud');
});
afterEach(async () => console.close());

const SEQS = z.object({ rows: z.array(z.object({ seq: z.number() })), cut: z.boolean() });
const CASES = z.object({ rows: z.array(z.looseObject({ case: z.string() })) });

const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: HELD_AT,
  actor: 'ann',
  action: 'account.reveal',
  subject: 'account:acc_1',
  details: { reason: 'appeal' },
  ...more,
});

const textOf = async (path: string) => {
  const answer = await auditor.get(path);
  expect(answer.status).toBe(200);
  return answer.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
};

const told = () => console.audit.map(({ action, details }) => ({ action, details }));

describe('the audit page', () => {
  test('says so when nothing was done yet, and tells what was done in words', async () => {
    expect(await textOf('/audit')).toContain('Nothing was done yet');
    await trail.append(entry());
    await trail.append(entry({ action: 'new.thing_done', subject: 'user:aud', details: {} }));
    const text = await textOf('/audit');
    expect(text).toMatch(/ann new: thing done user aud 2 /);
    expect(text).toMatch(/ann looked at identifiers unmasked account acc_1 reason appeal 1 /);
    const { text: html } = await auditor.get('/audit');
    expect(html).toContain('href="/accounts/acc_1"');
  });

  test('tells of a webhook that nobody of the house switched off', async () => {
    const { outbox } = console.cases.engine.parts.ledger;
    const secrets = { current: 'whsec_' };
    const hook = { endpointId: 'hook', url: 'https://example.com/', types: [], secrets };
    await outbox.addEndpoint({ ...hook, createdBy: 'ann', createdAt: HELD_AT });
    await outbox.disable('hook', HELD_AT, 'gone');
    expect(await textOf('/audit')).toContain(
      'doubletake switched off a webhook whose receiver said it is gone webhook hook',
    );
  });

  test('is filtered by who, what and to what, and goes on where a page ended', async () => {
    for (let n = 1; n <= 60; n += 1)
      await trail.append(
        entry({ subject: `account:acc_${n}`, actor: n % 2 === 0 ? 'ann' : 'aud' }),
      );
    const first = await auditor.get('/audit');
    expect(first.text).toContain('acc_60');
    expect(first.text).not.toMatch(/acc_10\b/);
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1] ?? '';
    const second = await textOf(next);
    expect(second).toContain('acc_10 ');
    expect(second).not.toContain('acc_11 ');
    expect(second).toContain('The latest');
    expect(second).not.toContain('Earlier');
    const filtered = await textOf('/audit?actor=aud&action=account.reveal&subject=account:acc_7');
    expect(filtered).toContain('acc_7 ');
    expect(filtered).not.toContain('acc_9 ');
    expect(await textOf('/audit?subject=account:acc_7&actor=ann')).toContain('No entry matches');
    expect(await textOf('/audit?before=x%27')).toContain('acc_60');
  });

  test('checks the chain, says what it found, and writes down that it was asked', async () => {
    await trail.append(entry());
    const verify = (form: object) => auditor.post('/audit/verify').type('form').send(form);
    const whole = await verify({});
    expect(whole.status).toBe(200);
    expect(whole.text).toContain('1 entry: every one as it was written.');
    const head = await auditor.get('/audit/head');
    expect(head.headers['content-disposition']).toBe(
      'attachment; filename="doubletake-audit-head-1.json"',
    );
    const kept = await verify({ head: head.text });
    expect(kept.text).toContain('reaches the head exported at entry 1');
    const forged = await verify({ head: head.text.replace('"seq": 1', '"seq": 2') });
    expect(forged.text).toContain('role="alert"');
    expect(forged.text).toContain('was not signed by this trail');
    const nonsense = await verify({ head: '<b>' });
    expect(nonsense.status).toBe(422);
    expect(nonsense.text).toContain('&lt;b&gt;');
    expect(told().slice(-4)).toEqual([
      { action: 'audit.verify', details: { verdict: 'intact', entries: 1 } },
      { action: 'audit.head', details: { seq: 1 } },
      { action: 'audit.verify', details: { verdict: 'intact', entries: 1 } },
      { action: 'audit.verify', details: { verdict: 'head_forged', seq: 2 } },
    ]);
  });

  test('names the first entry that is not as it was written, and checks once at a time', async () => {
    const gate = new EventEmitter();
    const { work } = console.cases;
    const broken = await startTestConsole([person('aud', 'auditor')], {
      cases: {
        ...work,
        trail: {
          ...work.trail,
          entries: work.trail.entries,
          head: work.trail.head,
          verify: async () => {
            await once(gate, 'open');
            return { ok: false, seq: 17, broken: 'changed' };
          },
        },
      },
    });
    const own = await broken.signedIn('aud');
    const first = own.post('/audit/verify').then((answer) => answer);
    await expect.poll(async () => (await own.post('/audit/verify')).status).toBe(429);
    gate.emit('open');
    expect((await first).text).toContain('Entry 17 is not as it was written');
    expect(broken.audit.at(-1)?.details).toEqual({ verdict: 'changed', seq: 17 });
    await broken.close();
  });
});

describe('exports', () => {
  test('of the trail hold what the filter lets through, formulas as text, and are written down', async () => {
    await trail.append(entry({ actor: '=cmd()' }));
    await trail.append(entry({ actor: 'ann', subject: '+1' }));
    for (let n = 0; n < 510; n += 1)
      await trail.append(entry({ action: 'case.claim', details: {} }));
    const answer = await auditor.get('/audit/export?format=csv&action=account.reveal');
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="doubletake-audit-[\d-]+\.csv"$/,
    );
    const lines = answer.text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(",account.reveal,'+1,");
    expect(lines[2]).toContain(",'=cmd(),'=cmd(),");
    const all = await auditor.get('/audit/export?format=json');
    const { rows, cut } = SEQS.parse(JSON.parse(all.text));
    expect(cut).toBe(false);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 512 }, (_, n) => 512 - n));
    expect(told().slice(-4)).toEqual([
      { action: 'export.begin', details: { format: 'csv' } },
      { action: 'export.end', details: { format: 'csv', rows: 2, end: 'complete' } },
      { action: 'export.begin', details: { format: 'json' } },
      { action: 'export.end', details: { format: 'json', rows: 512, end: 'complete' } },
    ]);
  });

  test('of the queue hold every page of the filter, and nothing that names a person', async () => {
    const cases = await console.cases.hold(3);
    const answer = await auditor.get('/queue/export?format=json&sort=opened');
    const { rows } = CASES.parse(JSON.parse(answer.text));
    expect(new Set(rows.map((row) => row.case))).toEqual(new Set(cases));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ state: 'open', amount: '15.00', currency: 'EUR' });
    expect(answer.text).not.toMatch(/device-\d|@/);
    const none = await auditor.get('/queue/export?id=nobody');
    expect(none.text.trim().split('\r\n')).toHaveLength(1);
    const ann = await console.signedIn('ann');
    expect((await ann.get('/queue/export')).status).toBe(403);
  });

  test('send nothing when it cannot be written down that somebody asked', async () => {
    const { work, accounts } = console.cases;
    await trail.append(entry({ subject: 'account:secret' }));
    const failing = await startTestConsole([person('aud', 'auditor')], {
      cases: work,
      accounts,
      audit: {
        append: async (act) => {
          if (act.action === 'export.begin') throw new Error('the trail is full');
          return { ...act, seq: 1, hash: '' };
        },
      },
    });
    const own = await failing.signedIn('aud');
    const answer = await own.get('/audit/export');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('account:secret');
    await failing.close();
  });
});
