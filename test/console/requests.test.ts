import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryAccessStore } from '@doubletake/ledger';
import type { AccessStore } from '@doubletake/scoring';
import request from 'supertest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const SCRIPTS = new URL('../../console/public/scripts/', import.meta.url);

let console: TestConsole;
beforeAll(async () => {
  console = await startTestConsole([person('ann', 'analyst')]);
});
afterAll(async () => console.close());

describe('a form from elsewhere', () => {
  const rows: {
    note: string;
    headers: Record<string, string>;
    method?: 'post' | 'get';
    let: boolean;
  }[] = [
    { note: 'our page', headers: { 'sec-fetch-site': 'same-origin' }, let: true },
    { note: 'a sibling host', headers: { 'sec-fetch-site': 'same-site' }, let: false },
    { note: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, let: false },
    { note: 'typed or bookmarked', headers: { 'sec-fetch-site': 'none' }, let: false },
    {
      note: 'another site that also names our origin',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'OURS' },
      let: false,
    },
    { note: 'an old browser on our page', headers: { origin: 'OURS' }, let: true },
    { note: 'an old browser elsewhere', headers: { origin: 'https://evil.example' }, let: false },
    { note: 'an old browser that hides where', headers: { origin: 'null' }, let: false },
    { note: 'neither header', headers: {}, let: false },
    {
      note: 'a link from another site',
      headers: { 'sec-fetch-site': 'cross-site' },
      method: 'get',
      let: true,
    },
  ];
  test.each(rows)('$note: $let', async ({ headers, method = 'post', let: passes }) => {
    const own = Object.entries(headers).map(([name, value]) => [
      name,
      value === 'OURS' ? console.url : value,
    ]);
    const { status } = await request(console.url)[method]('/sign-in').set(Object.fromEntries(own));
    expect(status === 403).toBe(!passes);
  });

  test.each(['join', 'set-up'])(
    'is written down without the secret of a link: /%s',
    async (way) => {
      await request(console.url).post(`/${way}/secret-of-a-link`);
      expect(console.log.at(-1)).toContain(`/${way}/…`);
      expect(console.log.join('')).not.toContain('secret-of-a-link');
    },
  );

  test('never touches a session', async () => {
    const answer = await request(console.url).post('/sign-in').set('sec-fetch-site', 'cross-site');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('headers', () => {
  test('a page may run our script, and nothing else', async () => {
    const { headers } = await console.browser().get('/sign-in');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy.toSorted()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        'report-uri /csp-report',
      ].toSorted(),
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test('style and script are kept for good under names that say what is in them', async () => {
    const { text } = await console.browser().get('/sign-in');
    const files = text.match(/\/static\/[\w.-]+/g) ?? [];
    // The sheet, the picture, and each script by itself.
    expect(files).toHaveLength(2 + readdirSync(SCRIPTS).length);
    for (const file of files) {
      const { status, headers } = await console.browser().get(file);
      expect([status, headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
    const [sheet = ''] = files.filter((file) => file.endsWith('.css'));
    const whole = await fetch(`${console.url}${sheet}`, { headers: { 'accept-encoding': 'gzip' } });
    const small = await fetch(`${console.url}${sheet}`, { headers: { 'accept-encoding': 'br' } });
    expect(whole.headers.get('content-encoding')).toBeNull();
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(await small.text()).toBe(await whole.text());
    expect((await console.browser().get('/static/console.css')).status).toBe(404);
    expect((await console.browser().get('/static/..%2fpackage.json')).status).toBe(404);
  });

  test('what a browser reports of the policy is written down, cut short', async () => {
    const browser = await startTestConsole([]);
    expect(await reported(browser, '', { ...REPORT, 'blocked-uri': 'x'.repeat(999) })).toBe(204);
    const [line] = reports(browser);
    expect(line).toContain('img-src');
    expect(line?.length).toBeLessThan(300);
    await browser.close();
  });

  const MANY = Array.from({ length: 40 }, () => '192.0.2.1');
  test.each<{ note: string; from: readonly string[]; proxies: number; kept: number }>([
    { note: 'a few from one address', from: MANY.slice(0, 20), proxies: 1, kept: 20 },
    { note: 'many from one address', from: MANY, proxies: 1, kept: 20 },
    { note: 'many from one, one from another', from: [...MANY, '192.0.2.2'], proxies: 1, kept: 21 },
    {
      note: 'many that name an address each, behind no proxy',
      from: MANY.map((_, n) => `192.0.2.${n}`),
      proxies: 0,
      kept: 20,
    },
  ])('of $note $kept reports are written down', async ({ from, proxies, kept }) => {
    const own = await startTestConsole([], { proxies });
    for (const address of from) expect(await reported(own, address, REPORT)).toBe(204);
    expect(reports(own)).toHaveLength(kept);
    await own.close();
  });
});

const REPORT = { 'violated-directive': 'img-src', 'blocked-uri': 'https://elsewhere.example/x' };

const reports = ({ log }: TestConsole): readonly string[] =>
  log.filter((line) => line.startsWith('csp.violated'));

/** Sends a report as the browser behind an address would; the answer. */
async function reported({ url }: TestConsole, address: string, report: object): Promise<number> {
  const sent = request(url).post('/csp-report').type('application/csp-report');
  if (address !== '') sent.set('x-forwarded-for', address);
  return (await sent.send(JSON.stringify({ 'csp-report': report }))).status;
}

describe('what cannot be answered', () => {
  test('is a page for people and a problem document for machines', async () => {
    const browser = console.browser();
    const page = await browser.get('/nothing');
    expect([page.status, page.type]).toEqual([404, 'text/html']);
    const problem = await browser.get('/nothing').set('accept', 'application/json');
    expect([problem.status, problem.type]).toEqual([404, 'application/problem+json']);
    expect(JSON.parse(problem.text)).toMatchObject({ status: 404, title: 'There is nothing here' });
  });

  test.each([
    { note: 'too long a form', status: 413, body: `name=${'x'.repeat(70_000)}` },
    { note: 'too many fields', status: 413, body: 'a=1&'.repeat(600) },
    { note: 'a broken cookie', status: 422, body: 'name=x', cookie: 'doubletake=s%3A%00.%ff; a=%' },
  ])('$note: $status', async ({ status, body, cookie = '' }) => {
    const asked = console.browser().post('/sign-in').set('cookie', cookie).type('form');
    expect((await asked.send(body)).status).toBe(status);
  });

  test.each([
    { note: 'in a path', ask: (browser: Browser) => browser.get('/cases/%00') },
    { note: 'in a query', ask: (browser: Browser) => browser.get('/queue?id=a%00b') },
    {
      note: 'in a form',
      ask: (browser: Browser) => browser.post('/queue/views').type('form').send('label=%00'),
    },
  ])('U+0000, which PostgreSQL keeps in no text, is 400 $note', async ({ ask }) => {
    expect((await ask(await console.signedIn('ann'))).status).toBe(400);
  });

  test.each(['/%ff', '/users/%E0%A4%A', '/?__proto__[x]=1'])('%s does no harm', async (path) => {
    expect((await console.browser().get(path)).status).toBeLessThan(500);
  });

  test.each([
    { note: 'ten thousand letters', id: 'x'.repeat(10_000) },
    { note: 'an emoji', id: '%F0%9F%98%80' },
    { note: 'half an emoji', id: '%ED%A0%80' },
    { note: 'text from right to left', id: '%E2%80%AE%D7%A9%D7%9C' },
    { note: 'a line break and a header', id: 'x%0d%0aset-cookie:%20a=1' },
    { note: 'a way up', id: '..%2f..%2fpackage.json' },
    { note: 'a property every object has', id: '__proto__' },
    { note: 'a script', id: '%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E' },
  ])('an id that is $note is looked for, and not found', async ({ id }) => {
    const ann = await console.signedIn('ann');
    for (const path of ['/cases/', '/accounts/', '/rules/terms/']) {
      const { status, text, headers } = await ann.get(path + id);
      expect([400, 404], path).toContain(status);
      expect(text).not.toContain('<script>alert');
      expect(headers['set-cookie'] ?? '').not.toContain('a=1');
    }
    for (const name of ['id', 'after', 'before', 'sort', 'score', 'view'])
      expect((await ann.get(`/queue?${name}=${id}`)).status, name).toBeLessThan(500);
  });
});

/** A store whose every call after `cut` does as `fails` says. */
function failing(fails: () => Promise<never>): { store: AccessStore; cut: () => void } {
  let down = false;
  const store = new Proxy(memoryAccessStore(), {
    get(target, key): unknown {
      const call: unknown = Reflect.get(target, key);
      if (typeof call !== 'function') return call;
      return (...args: unknown[]): unknown => (down ? fails() : Reflect.apply(call, target, args));
    },
  });
  return { store, cut: () => (down = true) };
}
const unavailable = () =>
  Promise.reject(Object.assign(new Error('no answer'), { code: 'ledger_unavailable' }));
const never = () => new Promise<never>(() => {});

describe('a store that is down', () => {
  test.each([
    { note: 'refuses', fails: unavailable },
    { note: 'never answers', fails: never },
  ])('and $note: 503 for everything, and the process lives', async ({ fails }) => {
    const { store, cut } = failing(fails);
    const own = await startTestConsole([person('ann', 'analyst')], {
      access: store,
      patience: 1000,
    });
    const browser = await own.signedIn('ann');
    cut();
    for (const asked of [
      browser.get('/me'),
      browser.post('/me/settings').type('form').send({ zone: 'UTC', theme: 'dark' }),
      browser.post('/sign-out'),
      own.browser().post('/sign-in').type('form').send({ name: 'ann', password: 'x' }),
    ]) {
      const { status, text } = await asked;
      expect(status).toBe(503);
      expect(text).toContain('We cannot reach our records');
    }
    expect((await own.browser().get('/healthz')).status).toBe(200);
    expect((await own.browser().get('/sign-in')).status).toBe(200);
    await own.close();
  });

  test('fails in a way nobody foresaw: 500 with a number, and no word of why', async () => {
    const { store, cut } = failing(() => Promise.reject(new Error('secret detail')));
    const own = await startTestConsole([person('ann', 'analyst')], { access: store });
    const browser = await own.signedIn('ann');
    cut();
    const { status, text, headers } = await browser.get('/me');
    expect(status).toBe(500);
    expect(text).not.toContain('secret detail');
    expect(text).toContain(String(headers['x-request-id']));
    expect(own.log.some((line) => line.includes('secret detail'))).toBe(true);
    await own.close();
  });
});
