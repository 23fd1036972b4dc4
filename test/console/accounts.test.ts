import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const NOTE = 'note-0123456789abcdef';

let console: TestConsole;
let ann: Browser;

beforeEach(async () => {
  const people = [person('ann', 'analyst'), person('bob', 'analyst'), person('aud', 'auditor')];
  console = await startTestConsole(people);
  ann = await console.signedIn('ann');
});
afterEach(async () => console.close());

const seen = (n: number, fields: object): object => ({
  id: `seen-${n}`,
  type: 'account.observed',
  at: '2026-01-02T00:00:00Z',
  accountId: `acc_${n}`,
  ...fields,
});
const device = { visitorId: 'device-1', confidence: 0.99 };
const read = async (path: string, browser = ann) => (await browser.get(path)).text;

/** The accounts a page's picture leads to. */
const linked = (page: string) =>
  new Set(
    [...page.matchAll(/<a class="account [^"]*" href="\/accounts\/(\w+)"/g)].map(([, id]) => id),
  );
const keep = async (browser: Browser, text: string, noteId = NOTE) =>
  browser.post('/accounts/acc_1/notes').type('form').send({ noteId, text });

describe('an account page', () => {
  test('leads to whoever holds the same value, and to its cases, rewards and orders', async () => {
    const email = 'one.box.for.both@gmail.com';
    await console.cases.engine.recordMany([
      seen(3, { email }),
      { ...seen(4, { email }), accountId: 'ann1' },
    ]);
    const [caseId = ''] = await console.cases.hold(1);
    const page = await read('/accounts/ann1');
    expect(page).toContain('href="/accounts/acc_3"');
    expect(page).toContain('href="/accounts/bob1"');
    expect(page).toContain(`href="/cases/${caseId}"`);
    expect(page).toContain('<code>r1</code>');
    expect(page).toContain('hold → review');
    expect(await read('/accounts/bob1')).toContain('<code>o1</code>');
    const held = await read(`/cases/${caseId}`);
    expect(held).toContain('href="/accounts/ann1"');
    expect(held).toContain('href="/accounts/bob1"');
  });

  test('has the picture’s links again in a table, and shows one kind of link when asked', async () => {
    const line = { number: '+441632960001', region: 'GB' };
    await console.cases.engine.recordMany([
      seen(1, { device, phone: line }),
      seen(2, { device }),
      seen(3, { phone: line }),
    ]);
    const all = await read('/accounts/acc_1');
    expect(linked(all)).toEqual(new Set(['acc_1', 'acc_2', 'acc_3']));
    expect(all).toContain('same device');
    expect(all).toContain('same number');
    expect(linked(await read('/accounts/acc_1?links=phone'))).toEqual(new Set(['acc_1', 'acc_3']));
    expect(linked(await read('/accounts/acc_1?links=toString'))).toEqual(linked(all));
  });

  test('says how many hold a value when they are many', async () => {
    await console.cases.engine.recordMany(
      Array.from({ length: 20 }, (_, n) => seen(n, { device })),
    );
    const page = await read('/accounts/acc_1');
    expect(page).toContain('and 14 more');
    expect(page.match(/class="account /g)).toHaveLength(1);
    expect(page).toContain('>+19<');
  });

  test('says that there are more referrals than it lists', async () => {
    await console.cases.engine.recordMany(
      Array.from({ length: 11 }, (_, n) => ({
        id: `ref-${n}`,
        type: 'referral.attributed',
        at: `2026-01-0${1 + (n % 4)}T00:00:00Z`,
        referralId: `f-${n}`,
        programmeId: 'guest-credit',
        referrerId: 'acc_0',
        refereeId: `acc_${n + 1}`,
        method: 'link',
      })),
    );
    const page = await read('/accounts/acc_0');
    expect(page).toContain('There are earlier ones.');
    expect(page).toMatch(/Brought in 7 days<\/dt><dd><b>11</);
  });

  test('of a merged account is that of the account it is part of', async () => {
    await console.cases.engine.recordMany([seen(1, { device }), seen(2, { device })]);
    const { records } = console.cases.engine.parts.ledger;
    await records.merge({ accountId: 'acc_1', intoId: 'acc_2', by: 'lea' }, 0);
    const { status, headers } = await ann.get('/accounts/acc_1');
    expect([status, headers['location']]).toEqual([303, '/accounts/acc_2']);
    expect(await read('/accounts/acc_2')).toContain('<code>acc_1</code>');
  });

  test('of an erased account says that it was', async () => {
    await console.cases.engine.recordMany([
      seen(1, { device }),
      { id: 'gone', type: 'account.erased', at: '2026-01-03T00:00:00Z', accountId: 'acc_1' },
    ]);
    expect(await read('/accounts/acc_1')).toContain('Everything personal was erased');
  });

  test('escapes an id in addresses', async () => {
    const strange = 'a/b?c#d"<e>';
    await console.cases.engine.recordMany([seen(1, { accountId: strange, device })]);
    const { status, headers } = await ann.get(`/accounts?id=${encodeURIComponent(strange)}`);
    expect([status, headers['location']]).toEqual([
      303,
      `/accounts/${encodeURIComponent(strange)}`,
    ]);
    const page = await read(headers['location'] ?? '');
    expect(page).toContain('a/b?c#d&#34;&lt;e&gt;');
    expect(page).not.toContain('<e>');
  });
});

describe('an exception', () => {
  const EXCEPTION = {
    allowanceId: 'review:c1/a b',
    referrerId: 'acc_1',
    refereeId: 'acc_2',
    owner: 'ann',
    reason: 'one household',
  };
  const end = async (browser: Browser, account = 'acc_1') =>
    browser
      .post(`/accounts/${account}/exceptions/end`)
      .type('form')
      .send({ allowanceId: EXCEPTION.allowanceId });
  const OFFERED = 'Take back the exception';

  beforeEach(async () => {
    await console.cases.engine.recordMany([seen(1, { device }), seen(2, { device })]);
    const { now } = console.clock;
    const expiresAt = now + 86_400_000;
    await console.cases.engine.parts.ledger.allow({ ...EXCEPTION, expiresAt }, now);
  });

  test('is taken back by whoever may give one, once, from either page, and in the audit trail', async () => {
    expect(await read('/accounts/acc_1')).toContain(OFFERED);
    const { status, headers } = await end(ann, 'acc_2');
    expect([status, headers['location']]).toEqual([303, '/accounts/acc_2#allowances']);
    for (const account of ['acc_1', 'acc_2']) {
      const page = await read(`/accounts/${account}`);
      expect(page).toContain('taken back');
      expect(page).not.toContain(OFFERED);
    }
    await end(ann);
    expect(await read('/accounts/acc_1')).toContain('It was none any more.');
    const kept = await console.cases.work.trail.entries({ action: 'allowance.end' });
    expect(kept).toMatchObject([{ actor: 'ann', subject: `allowance:${EXCEPTION.allowanceId}` }]);
  });

  test('is not taken back by whoever only reads, nor on an account there is not', async () => {
    const aud = await console.signedIn('aud');
    expect(await read('/accounts/acc_1', aud)).not.toContain(OFFERED);
    expect((await end(aud)).status).toBe(403);
    expect((await end(ann, 'acc_9')).status).toBe(404);
  });

  test('is not offered to be taken back once it expired', async () => {
    console.clock.now += 86_400_000;
    expect(await read('/accounts/acc_1')).not.toContain(OFFERED);
  });
});

describe('an account is found', () => {
  test('by its id, from the box and from the queue', async () => {
    await console.cases.engine.recordMany([seen(1, { device })]);
    const found = await ann.get('/accounts?id=%20acc_1%20');
    expect([found.status, found.headers['location']]).toEqual([303, '/accounts/acc_1']);
    expect(await read('/queue?id=acc_1')).toContain('href="/accounts?id=acc_1"');
  });

  test('or not: 404, with what was typed', async () => {
    const { status, text } = await ann.get('/accounts?id=acc_9');
    expect(status).toBe(404);
    expect(text).toContain('value="acc_9"');
    expect((await ann.get('/accounts/acc_9')).status).toBe(404);
    expect((await ann.get('/accounts')).status).toBe(200);
  });
});

describe('a note on an account', () => {
  beforeEach(async () => {
    await console.cases.engine.recordMany([seen(1, { device })]);
  });

  test('is kept, names a colleague, and what it said before stays', async () => {
    expect((await keep(ann, '@bob and @nobody look <b>')).status).toBe(303);
    const page = await read('/accounts/acc_1');
    expect(page).toContain('<b class="tag">@bob</b> and @nobody look &lt;b&gt;');
    await keep(ann, 'never mind');
    const edited = await read('/accounts/acc_1');
    expect(edited).toContain('never mind');
    expect(edited).toContain('@bob and @nobody look &lt;b&gt;');
    expect(edited).toContain('Edited; what it said before');
  });

  test('is edited by nobody else: 409', async () => {
    await keep(ann, 'mine');
    const bob = await console.signedIn('bob');
    expect((await keep(bob, 'not yours')).status).toBe(409);
    expect(await read('/accounts/acc_1', bob)).not.toContain('not yours');
  });

  test.each(['', ' ', 'x'.repeat(4001)])('is between 1 and 4000 letters long', async (text) => {
    expect((await keep(ann, text)).status).toBe(422);
  });

  test('is not written by whoever only reads, nor on an account there is not', async () => {
    const aud = await console.signedIn('aud');
    expect((await keep(aud, 'hello')).status).toBe(403);
    expect(await read('/accounts/acc_1', aud)).not.toContain('<textarea');
    const nowhere = await ann
      .post('/accounts/acc_9/notes')
      .type('form')
      .send({ noteId: NOTE, text: 'x' });
    expect(nowhere.status).toBe(404);
  });
});

test.each(['graph_unavailable', 'graph_emptied'])(
  'a graph that cannot be asked takes nothing else from the page: %s',
  async (code) => {
    await console.cases.engine.recordMany([seen(1, { device })]);
    const [caseId = ''] = await console.cases.hold(1);
    const down = Object.assign(new Error('no graph'), { code });
    const { graph } = console.cases.engine.parts;
    const { gather } = graph;
    Object.assign(graph, { gather: () => Promise.reject(down) });
    for (const path of ['/accounts/acc_1', `/cases/${caseId}`]) {
      const { status, text } = await ann.get(path);
      expect(status).toBe(200);
      expect(text).toContain('The identity graph cannot be asked now');
    }
    Object.assign(graph, { gather });
    expect(await read('/accounts/acc_1')).not.toContain('cannot be asked');
  },
);
