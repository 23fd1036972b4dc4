import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestConsole, type TestConsole } from '../support/console.ts';
import { isIn, send, signIn, STAFF, status } from '../support/console-visits.ts';

const MINUTE = 60_000;

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole(STAFF);
});
afterEach(async () => console.close());

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

  test('lets in whoever lost app and codes, once somebody else took the factor away', async () => {
    const [admin, tom, halfway] = [
      await console.signedIn('ada'),
      console.browser(),
      console.browser(),
    ];
    await signIn(halfway, { name: 'tom' });
    const gone = await send(admin, '/users/tom/second-factor/remove', {});
    expect(gone.headers['location']).toBe('/users/tom');
    expect(await console.access.user('tom')).toMatchObject({ recoveryCodes: [] });
    expect(console.audit.at(-1)).toMatchObject({
      action: 'user.second_factor_removed',
      actor: 'ada',
      subject: 'user:tom',
    });
    expect((await signIn(tom, { name: 'tom' })).headers['location']).toBe('/');
    expect(await isIn(tom)).toBe(true);
    // Whoever had given the password before begins anew: no code can be right now.
    const { headers } = await send(halfway, '/sign-in/code', { code: '000000' });
    expect(headers['location']).toBe('/sign-in');
    expect(await status(send(admin, '/users/tom/second-factor/remove', {}))).toBe(409);
    expect(await status(send(admin, '/users/ada/second-factor/remove', {}))).toBe(403);
  });
});
