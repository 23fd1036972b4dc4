import type { AuditEntry } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const MINUTE = 60_000;
const MAIL = 'zebulon.quist@example.com';
const STREET = '14 Thruppington Mews';
const PARTNER_MAIL = 'ola.nordkvist@example.com';

let console: TestConsole;
let ann: Browser;
let caseId: string;
let trailFails: (entry: AuditEntry) => boolean;
const trail: AuditEntry[] = [];

beforeEach(async () => {
  trail.length = 0;
  trailFails = () => false;
  console = await startTestConsole([person('ann', 'analyst'), person('lea', 'lead')], {
    audit: {
      append: async (entry) => {
        if (trailFails(entry))
          throw Object.assign(new Error('no trail'), { code: 'ledger_unavailable' });
        trail.push(entry);
        return { ...entry, seq: trail.length, hash: '' };
      },
    },
  });
  const seen = { type: 'account.observed', at: '2025-03-04T00:00:00Z' };
  const address = { lines: [STREET], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' };
  await console.cases.engine.recordMany([
    { ...seen, id: 'z', accountId: 'ann1', email: MAIL, address },
    { ...seen, id: 'o', accountId: 'bob1', email: PARTNER_MAIL, address },
  ]);
  [caseId = ''] = await console.cases.hold(1);
  ann = await console.signedIn('ann');
  trail.length = 0;
});
afterEach(async () => {
  // INVARIANT: whatever a test did, no raw value left the page.
  const said = JSON.stringify([trail, console.log]);
  for (const raw of [MAIL, PARTNER_MAIL, STREET]) expect(said).not.toContain(raw);
  await console.close();
});

const account = async (browser = ann) => (await browser.get('/accounts/ann1')).text;
const pair = async (browser = ann) => (await browser.get(`/cases/${caseId}`)).text;
const ask = (path: string, form: object) => ann.post(path).type('form').send(form);
const WISH = { kind: 'email', reason: 'compare_pair' };

describe('an account', () => {
  test('is masked until somebody says why, then one kind of it is shown for five minutes', async () => {
    expect(await account()).not.toContain(MAIL);
    const { status, headers } = await ask('/accounts/ann1/reveal', WISH);
    expect({ status, location: headers['location'] }).toEqual({
      status: 303,
      location: '/accounts/ann1#identifiers',
    });
    expect(trail).toEqual([
      {
        at: console.clock.now,
        actor: 'ann',
        action: 'account.reveal',
        subject: 'account:ann1',
        details: { kind: 'email', reason: 'compare_pair' },
      },
    ]);
    const shown = await ann.get('/accounts/ann1');
    expect(shown.text).toContain(MAIL);
    expect(shown.text).not.toContain(STREET);
    expect(shown.headers['cache-control']).toBe('no-store');
    console.clock.now += 5 * MINUTE - 1;
    expect(await account()).toContain(MAIL);
    console.clock.now += 1;
    expect(await account()).not.toContain(MAIL);
  });

  test('is shown to the session that asked, and to no other of the same person', async () => {
    await ask('/accounts/ann1/reveal', { ...WISH, kind: 'all' });
    expect(await account()).toContain(STREET);
    expect(await account(await console.signedIn('ann'))).not.toContain(STREET);
    expect(await account(await console.signedIn('lea'))).not.toContain(STREET);
    expect((await ann.get('/accounts/bob1')).text).not.toContain(PARTNER_MAIL);
  });

  test('loses its grants with the session', async () => {
    await ask('/accounts/ann1/reveal', WISH);
    await ann.post('/sign-out');
    await ann
      .post('/sign-in')
      .type('form')
      .send({ name: 'ann', password: 'four plain words here' });
    expect(await account()).not.toContain(MAIL);
  });
});

test('the pair is shown on both sides, with an entry for each that names the case', async () => {
  expect(await pair()).not.toContain(MAIL);
  const { headers } = await ask(`/cases/${caseId}/reveal`, WISH);
  expect(headers['location']).toBe(`/cases/${caseId}#pair-card`);
  const page = await pair();
  expect(page).toContain(MAIL);
  expect(page).toContain(PARTNER_MAIL);
  expect(page).not.toContain(STREET);
  expect(trail.map(({ subject, details }) => [subject, details['case']])).toEqual([
    ['account:ann1', caseId],
    ['account:bob1', caseId],
  ]);
  console.clock.now += 5 * MINUTE;
  expect(await pair()).not.toContain(MAIL);
});

describe('nothing is shown, or written down,', () => {
  const rows = [
    { note: 'without a reason', form: { kind: 'email' }, status: 422 },
    { note: 'with a reason of one’s own', form: { ...WISH, reason: 'curious' }, status: 422 },
    {
      note: 'with an inherited name as reason',
      form: { ...WISH, reason: 'toString' },
      status: 422,
    },
    { note: 'with no reason chosen', form: { ...WISH, reason: '' }, status: 422 },
    { note: 'without a kind', form: { reason: 'compare_pair' }, status: 422 },
    { note: 'of a kind there is not', form: { ...WISH, kind: 'password' }, status: 422 },
  ];
  test.each(rows)('$note: $status', async ({ form, status }) => {
    expect((await ask('/accounts/ann1/reveal', form)).status).toBe(status);
    expect((await ask(`/cases/${caseId}/reveal`, form)).status).toBe(status);
    expect(trail).toEqual([]);
    expect(await account()).not.toContain(MAIL);
  });

  test('of an account or a case there is not: 404', async () => {
    expect((await ask('/accounts/nobody/reveal', WISH)).status).toBe(404);
    expect((await ask('/cases/nothing/reveal', WISH)).status).toBe(404);
    expect(trail).toEqual([]);
  });
});

test('nothing is shown that could not be written down: 503', async () => {
  trailFails = () => true;
  expect((await ask('/accounts/ann1/reveal', WISH)).status).toBe(503);
  expect((await ask(`/cases/${caseId}/reveal`, WISH)).status).toBe(503);
  // Of two entries the second fails: neither side is shown.
  trailFails = ({ subject }) => subject === 'account:bob1';
  expect((await ask(`/cases/${caseId}/reveal`, WISH)).status).toBe(503);
  trailFails = () => false;
  expect(await account()).not.toContain(MAIL);
  expect(await pair()).not.toContain(MAIL);
});

test('who reveals 30 in a quarter of an hour waits, and a colleague does not', async () => {
  for (let n = 0; n < 30; n += 1)
    expect((await ask('/accounts/ann1/reveal', { ...WISH, kind: 'ip' })).status).toBe(303);
  trail.length = 0;
  const { status, headers, text } = await ask('/accounts/ann1/reveal', WISH);
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(text).toContain('Wait a little');
  expect(trail).toEqual([]);
  expect(await account()).not.toContain(MAIL);
  const lea = await console.signedIn('lea');
  const other = await lea.post('/accounts/ann1/reveal').type('form').send(WISH);
  expect(other.status).toBe(303);
});

test('whoever only reads is not offered it', async () => {
  await console.access.addUser(person('aud', 'auditor'));
  const aud = await console.signedIn('aud');
  expect(await account(aud)).not.toContain('href="#reveal"');
  expect(await pair(aud)).not.toContain('href="#reveal"');
  expect(await account()).toContain('action="/accounts/ann1/reveal"');
});
