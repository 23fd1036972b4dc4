import { memoryAccessStore } from '@doubletake/ledger';
import type { AccessStore } from '@doubletake/scoring';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appCode,
  PASSWORD,
  person,
  startTestConsole,
  type TestConsole,
} from '../support/console.ts';
import { cookieOf, isIn, send, signIn, STAFF, status } from '../support/console-visits.ts';
import { freePort } from '../support/free-port.ts';

const MINUTE = 60_000;

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole(STAFF);
});
afterEach(async () => console.close());

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
