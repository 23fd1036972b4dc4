import { createHash } from 'node:crypto';
import { memoryAccessStore } from '@doubletake/ledger';
import type { AccessStore } from '@doubletake/scoring';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appCode,
  PASSWORD,
  person,
  startTestConsole,
  TOTP_SECRET,
  type Browser,
  type TestConsole,
} from '../support/console.ts';
import { freePort } from '../support/free-port.ts';

const MINUTE = 60_000;

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole([
    person('ada', 'admin'),
    person('ann', 'analyst'),
    person('tom', 'analyst', {
      totpSecret: TOTP_SECRET,
      recoveryCodes: [codeHash('ABCDEFGH23456789')],
    }),
    person('gone', 'analyst', { disabledAt: 1 }),
  ]);
});
afterEach(async () => console.close());

function codeHash(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

const send = (browser: Browser, to: string, form: object) =>
  browser.post(to).type('form').send(form);
const signIn = (browser: Browser, form: object) =>
  send(browser, '/sign-in', { password: PASSWORD, ...form });
const status = async (asked: PromiseLike<{ status: number }>) => (await asked).status;
const isIn = async (browser: Browser) => (await browser.get('/me')).status === 200;
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']);

describe('name and password', () => {
  test.each([
    { note: 'a wrong password', form: { name: 'ann', password: 'wrong' } },
    { note: 'an unknown name', form: { name: 'nobody' } },
    { note: 'somebody disabled', form: { name: 'gone' } },
    { note: 'nothing', form: { name: '', password: '' } },
    { note: 'fields sent twice', form: { name: ['ann', 'ada'] } },
  ])('$note is told the same', async ({ form }) => {
    const browser = console.browser();
    const answer = await signIn(browser, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Name and password do not match.');
    expect(await isIn(browser)).toBe(false);
  });

  test('any case of the name will do', async () => {
    const browser = console.browser();
    expect(await status(signIn(browser, { name: 'ANN' }))).toBe(303);
    expect(await isIn(browser)).toBe(true);
  });

  test('signing in is written down, failing to as well', async () => {
    await signIn(console.browser(), { name: 'ann', password: 'wrong' });
    await signIn(console.browser(), { name: 'ann' });
    expect(console.audit.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ['nobody', 'session.refuse', 'user:ann'],
      ['ann', 'session.sign_in', 'user:ann'],
    ]);
  });
});

describe('where to after signing in', () => {
  test.each([
    ['/users?role=lead', '/users?role=lead'],
    ['/a//b', '/a//b'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\tx//evil.example', '/'],
    ['/.//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('%j → %s', async (next, to) => {
    const { headers } = await signIn(console.browser(), { name: 'ann', next });
    expect(headers['location']).toBe(to);
  });
});

/** A browser whose user has given the right password and owes a code. */
async function halfway(): Promise<Browser> {
  const browser = console.browser();
  const { headers } = await signIn(browser, { name: 'tom', next: '/users' });
  expect(headers['location']).toBe('/sign-in/code');
  return browser;
}

describe('the second factor', () => {
  test('a password alone lets nobody in', async () => {
    expect(await isIn(await halfway())).toBe(false);
  });

  test('a code lets in, and on to where they were going', async () => {
    const browser = await halfway();
    const { headers } = await send(browser, '/sign-in/code', { code: appCode(console.clock.now) });
    expect(headers['location']).toBe('/users');
    expect(await isIn(browser)).toBe(true);
  });

  test.each([
    { note: 'half a minute old', ago: 30_000, works: true },
    { note: 'two minutes old', ago: 120_000, works: false },
  ])('a code $note works: $works', async ({ ago, works }) => {
    const browser = await halfway();
    await send(browser, '/sign-in/code', { code: appCode(console.clock.now - ago) });
    expect(await isIn(browser)).toBe(works);
  });

  test('a code works once', async () => {
    const code = appCode(console.clock.now);
    const [first, second] = [await halfway(), await halfway()];
    await send(first, '/sign-in/code', { code });
    expect(await status(send(second, '/sign-in/code', { code }))).toBe(422);
    expect(await isIn(second)).toBe(false);
  });

  test('a recovery code works once, however it is typed', async () => {
    const [first, second] = [await halfway(), await halfway()];
    await send(first, '/sign-in/code', { code: 'abcd-efgh 2345-6789' });
    await send(second, '/sign-in/code', { code: 'ABCDEFGH23456789' });
    expect([await isIn(first), await isIn(second)]).toEqual([true, false]);
  });

  test('is asked for ten minutes, and tried ten times', async () => {
    const late = await halfway();
    const browser = await halfway();
    for (let tried = 0; tried < 10; tried += 1)
      expect(await status(send(browser, '/sign-in/code', { code: '000000' }))).toBe(422);
    const limited = await send(browser, '/sign-in/code', { code: appCode(console.clock.now) });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    console.clock.now += 10 * MINUTE;
    const { headers } = await late.get('/sign-in/code');
    expect(headers['location']).toBe('/sign-in');
  });

  test('where it is required, nothing opens before there is one', async () => {
    const strict = await startTestConsole([person('ada', 'admin')], { secondFactor: 'required' });
    const browser = await strict.signedIn('ada');
    expect((await browser.get('/users')).headers['location']).toBe('/me/second-factor');
    const page = await browser.get('/me/second-factor');
    const secret = (/class="secret"[^>]*>([A-Z2-7 ]+)</.exec(page.text)?.[1] ?? '').replaceAll(
      ' ',
      '',
    );
    const code = appCode(strict.clock.now, secret);
    const wrong = await send(browser, '/me/second-factor', { current: 'wrong', code });
    expect(wrong.status).toBe(422);
    const done = await send(browser, '/me/second-factor', { current: PASSWORD, code });
    expect(done.text.match(/(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}/g)).toHaveLength(8);
    expect(await status(browser.get('/users'))).toBe(200);
    await strict.close();
  });
});

describe('sessions', () => {
  test('an id from before signing in is worth nothing after it', async () => {
    const browser = console.browser();
    const before = cookieOf(await signIn(browser, { name: 'tom' }));
    const after = cookieOf(
      await send(browser, '/sign-in/code', { code: appCode(console.clock.now) }),
    );
    expect(after).not.toBe(before);
    const fixed = await console
      .browser()
      .get('/me')
      .set('cookie', before.split(';')[0] ?? '');
    expect(fixed.status).toBe(303);
  });

  test('an id somebody made up is not taken over', async () => {
    const made = 'doubletake=s%3Achosen.signature';
    const answer = await console
      .browser()
      .post('/sign-in')
      .set('cookie', made)
      .type('form')
      .send({ name: 'ann', password: PASSWORD });
    expect(cookieOf(answer)).not.toContain('chosen');
  });

  test('the cookie is for us alone: no script, no other site', async () => {
    const cookie = cookieOf(await signIn(console.browser(), { name: 'ann' }));
    expect(cookie).toMatch(/^doubletake=.*; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('over TLS the cookie is bound to the host', async () => {
    const port = await freePort();
    const origin = 'https://console.example.com';
    const behind = await startTestConsole([person('ann', 'analyst')], { origin, port });
    const answer = await request(`http://127.0.0.1:${port}`)
      .post('/sign-in')
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send({ name: 'ann', password: PASSWORD });
    expect(cookieOf(answer)).toMatch(
      /^__Host-doubletake=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    await behind.close();
  });

  test('end after half an hour without a request', async () => {
    const browser = await console.signedIn('ann');
    console.clock.now += 29 * MINUTE;
    expect(await isIn(browser)).toBe(true);
    console.clock.now += 29 * MINUTE;
    expect(await isIn(browser)).toBe(true);
    console.clock.now += 30 * MINUTE;
    expect(await isIn(browser)).toBe(false);
  });

  test('end after twelve hours whatever happens', async () => {
    const browser = await console.signedIn('ann');
    for (let half = 0; half < 24; half += 1) {
      console.clock.now += 30 * MINUTE - 1;
      expect(await isIn(browser)).toBe(true);
    }
    console.clock.now += MINUTE;
    expect(await isIn(browser)).toBe(false);
  });

  test('end with signing out, in the store as well', async () => {
    const browser = await console.signedIn('ann');
    const { headers } = await send(browser, '/sign-out', {});
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(await isIn(browser)).toBe(false);
    expect(await console.access.sessionsOf('ann', console.clock.now)).toEqual([]);
  });

  test('end with being disabled, all of them, and so does signing in', async () => {
    const browsers = [await console.signedIn('ann'), await console.signedIn('ann')];
    const admin = await console.signedIn('ada');
    expect(await status(send(admin, '/users/ann/disable', {}))).toBe(303);
    for (const browser of browsers) expect(await isIn(browser)).toBe(false);
    expect(await status(signIn(console.browser(), { name: 'ann' }))).toBe(422);
    await send(admin, '/users/ann/enable', {});
    expect(await status(signIn(console.browser(), { name: 'ann' }))).toBe(303);
  });

  test('do not outlive a disabling that ended none of them', async () => {
    let disabled = {};
    const store = memoryAccessStore();
    const user: AccessStore['user'] = async (userId) => {
      const found = await store.user(userId);
      return found && { ...found, ...disabled };
    };
    const own = await startTestConsole([person('ann', 'analyst')], { access: { ...store, user } });
    const browser = await own.signedIn('ann');
    expect(await isIn(browser)).toBe(true);
    disabled = { disabledAt: 1 };
    expect(await isIn(browser)).toBe(false);
    await own.close();
  });

  test('a new password ends all but this one', async () => {
    const [here, there] = [await console.signedIn('ann'), await console.signedIn('ann')];
    const wanted = 'another four plain words';
    const form = { current: PASSWORD, password: wanted };
    expect(await status(send(here, '/me/password', { ...form, current: 'wrong' }))).toBe(422);
    expect(await status(send(here, '/me/password', { ...form, password: 'short' }))).toBe(422);
    expect(await status(send(here, '/me/password', form))).toBe(303);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await status(signIn(console.browser(), { name: 'ann' }))).toBe(422);
    expect(await status(signIn(console.browser(), { name: 'ann', password: wanted }))).toBe(303);
  });

  test('of others cannot be ended from one’s own page', async () => {
    const [ann, tom] = [await console.signedIn('ann'), await console.signedIn('ada')];
    const [theirs] = await console.access.sessionsOf('ada', console.clock.now);
    expect(await status(send(ann, `/me/sessions/${theirs?.sessionId}/end`, {}))).toBe(404);
    expect(await isIn(tom)).toBe(true);
  });
});

describe('tries', () => {
  test('are ten for one name from one address; a success forgets them', async () => {
    const browser = console.browser();
    const wrong = { name: 'ann', password: 'wrong' };
    for (let tried = 0; tried < 9; tried += 1) await signIn(browser, wrong);
    expect(await status(signIn(browser, { name: 'ann' }))).toBe(303);
    for (let tried = 0; tried < 10; tried += 1)
      expect(await status(signIn(console.browser(), wrong))).toBe(422);
    const limited = await signIn(console.browser(), { name: 'Ann' });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    // Nobody else is locked out by it.
    expect(await status(signIn(console.browser(), { name: 'ada' }))).toBe(303);
  });
});

describe('setting up', () => {
  const form = { name: 'Ada', password: 'a fine long passphrase' };

  test('is for the one with the link, and once', async () => {
    const fresh = await startTestConsole([]);
    const path = new URL(fresh.setUpUrl ?? '').pathname;
    const browser = fresh.browser();
    expect(await status(browser.get('/set-up/guess'))).toBe(404);
    expect(await status(send(browser, '/set-up/guess', form))).toBe(404);
    expect(await status(send(browser, path, { ...form, password: 'short' }))).toBe(422);
    expect(await status(send(browser, path, { ...form, name: '<b>' }))).toBe(422);
    expect(await status(send(browser, path, form))).toBe(303);
    expect(await isIn(browser)).toBe(true);
    for (const asked of [fresh.browser().get(path), send(fresh.browser(), path, form)])
      expect(await status(asked)).toBe(404);
    expect((await fresh.access.users()).map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'admin'],
    ]);
    await fresh.close();
  });

  test('is over after an hour, and not offered when there is somebody', async () => {
    const fresh = await startTestConsole([]);
    fresh.clock.now += 60 * MINUTE;
    expect(await status(fresh.browser().get(new URL(fresh.setUpUrl ?? '').pathname))).toBe(404);
    await fresh.close();
    expect(console.setUpUrl).toBeUndefined();
  });
});

describe('an invitation', () => {
  test('lets whoever was added choose a password, once', async () => {
    const admin = await console.signedIn('ada');
    const page = await send(admin, '/users', { name: 'new.analyst', role: 'analyst' });
    const path = /\/join\/[\w-]+/.exec(page.text)?.[0] ?? '';
    const wanted = 'words only they know';
    const browser = console.browser();
    expect((await browser.get(path)).text).toContain('new.analyst');
    expect(await status(send(browser, path, { password: 'new.analyst' }))).toBe(422);
    expect(await status(send(browser, path, { password: wanted }))).toBe(303);
    expect(await status(send(browser, path, { password: wanted }))).toBe(404);
    expect(await status(signIn(browser, { name: 'new.analyst', password: wanted }))).toBe(303);
  });

  test('leaves the second factor in place', async () => {
    const admin = await console.signedIn('ada');
    const page = await send(admin, '/users/tom/invite', {});
    const path = /\/join\/[\w-]+/.exec(page.text)?.[0] ?? '';
    const browser = console.browser();
    await send(browser, path, { password: 'words only they know' });
    const { headers } = await signIn(browser, { name: 'tom', password: 'words only they know' });
    expect(headers['location']).toBe('/sign-in/code');
  });
});
