import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appCode,
  PASSWORD,
  person,
  startTestConsole,
  type TestConsole,
  type Browser,
} from '../support/console.ts';
import { isIn, send, signIn, STAFF, status } from '../support/console-visits.ts';

const MINUTE = 60_000;

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole(STAFF);
});
afterEach(async () => console.close());

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
    const spent = console.audit.filter(({ action }) => action === 'user.recovery_code');
    expect(spent).toMatchObject([{ details: { left: 0 } }]);
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
