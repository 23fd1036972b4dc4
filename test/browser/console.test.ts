import { beforeEach, describe, expect, test } from 'vitest';
import { administered } from '../support/administered.ts';
import { office, type Browsing, type Person } from '../support/console-browser.ts';
import { person, TOTP_SECRET, type TestConsole } from '../support/console.ts';

const desks = office();
let console: TestConsole;
let ada: Person;

beforeEach(async () => {
  console = await desks.console(
    [person('ada', 'admin', { totpSecret: TOTP_SECRET }), person('ann', 'analyst')],
    { demo: true },
  );
  await administered(console);
  await arrive();
});

const arrive = async (options?: Browsing): Promise<void> => {
  ada = await desks.arrive(console, options);
};
const signIn = async (): Promise<void> => ada.signIn('ada', '/users');

/** Paths of the pages, those before signing in first. */
const BEFORE = ['/sign-in', '/nothing', '/set-up/nothing'];
const AFTER = [
  '/users',
  '/users/ann',
  '/api-keys',
  '/webhooks',
  '/webhooks/hook',
  '/webhooks/off',
  '/webhooks/hook/msg_2',
  '/settings',
  '/me',
  '/me/second-factor',
  '/nothing',
];

async function eachPage(look: (path: string) => Promise<void>): Promise<void> {
  for (const path of BEFORE) {
    await ada.open(path);
    await look(path);
  }
  await signIn();
  for (const path of AFTER) {
    await ada.open(path);
    await look(path);
  }
}

describe('by keyboard', () => {
  test('somebody signs in, goes places, asks for the keys and leaves', async () => {
    await signIn();
    await ada.press('?');
    expect(await ada.tab.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await ada.press('Escape', 'g', 'i');
    await ada.at('/me');
    await ada.tab.getByRole('button', { name: 'Sign out' }).focus();
    await ada.press('Enter');
    await ada.at('/sign-in');
    await ada.open('/me');
    await ada.at('/sign-in?next=%2Fme');
  });

  test('typing does not set off keys', async () => {
    await signIn();
    await ada.tab.getByLabel('Name').focus();
    await ada.tab.keyboard.type('gi?');
    expect(await ada.tab.getByLabel('Name').inputValue()).toBe('gi?');
    expect(await ada.tab.getByRole('dialog').isVisible()).toBe(false);
    expect(ada.here()).toBe('/users');
  });

  test('whoever switched keys off has none', async () => {
    await signIn();
    await ada.open('/me');
    await ada.tab.getByLabel('Single keys').uncheck();
    await ada.tab.getByRole('button', { name: 'Save' }).click();
    await ada.tab.getByRole('status').waitFor();
    await ada.press('?');
    expect(await ada.tab.getByRole('dialog').isVisible()).toBe(false);
    expect(await ada.tab.getByRole('button', { name: 'Keys' }).isVisible()).toBe(false);
  });

  test('every stop on the way through a page can be seen', async () => {
    await signIn();
    const stops = await ada.tab
      .locator('a:visible, button:visible, input:visible, select:visible')
      .count();
    for (let stop = 0; stop < stops; stop += 1) {
      await ada.press('Tab');
      const outline = await ada.tab.evaluate<string>(
        'getComputedStyle(document.activeElement).outlineStyle',
      );
      expect(outline, `stop ${stop}`).not.toBe('none');
    }
  });
});

describe('every page', () => {
  test.each(['light', 'dark'] as const)('has no fault that axe finds: %s', async (colorScheme) => {
    await arrive({ colorScheme });
    await eachPage(async (path) => {
      expect(await ada.faults(), path).toEqual([]);
    });
  });

  test.each([
    { note: 'on a screen 320 px wide', size: { width: 320, height: 640 }, text: '100%' },
    { note: 'with text twice as large', size: { width: 1280, height: 800 }, text: '200%' },
  ])('needs no scrolling sideways $note', async ({ size, text }) => {
    await ada.tab.setViewportSize(size);
    await eachPage(async (path) => {
      await ada.tab.evaluate(`document.documentElement.style.fontSize = '${text}'`);
      expect(await ada.width(), path).toBeLessThanOrEqual(size.width);
    });
  });

  test('has targets a finger hits: 24 px, or room around them', async () => {
    await eachPage(async (path) => {
      expect(await ada.smallTargets(), path).toEqual([]);
    });
  });

  test('leads everywhere from its bar, which folds into a menu on a phone', async () => {
    await signIn();
    const nav = ada.tab.getByRole('navigation', { name: 'Main' });
    const [menu, place] = [nav.getByText('Menu'), nav.getByRole('link', { name: 'Audit' })];
    expect([await menu.isVisible(), await place.isVisible()]).toEqual([false, true]);
    await ada.tab.setViewportSize({ width: 320, height: 640 });
    await menu.waitFor();
    expect(await place.isVisible()).toBe(false);
    await menu.click();
    await place.click();
    await ada.tab.waitForURL(/\/audit$/);
  });

  test('works without its script', async () => {
    await arrive({ javaScriptEnabled: false });
    await signIn();
    await ada.tab.getByRole('link', { name: 'ann' }).click();
    await ada.tab.getByRole('button', { name: 'Disable' }).click();
    await ada.tab.getByRole('status').waitFor();
    expect((await console.access.user('ann'))?.disabledAt).toBe(console.clock.now);
  });
});

test('a key is made, an endpoint added and tested, all of it without the script', async () => {
  await arrive({ javaScriptEnabled: false });
  await signIn();
  await ada.tab.getByRole('link', { name: 'API keys' }).click();
  // The page it leaves has a field of that name as well.
  await ada.at('/api-keys');
  await ada.tab.getByLabel('Name').fill('ledger export');
  await ada.tab.getByLabel('Read decisions').check();
  await ada.tab.getByRole('button', { name: 'Make it' }).click();
  expect(await ada.tab.locator('.secret').textContent()).toMatch(/^dt_live_/);
  await ada.tab.getByRole('link', { name: 'I have kept it' }).click();
  await ada.tab
    .getByRole('row', { name: /ledger export/ })
    .getByText('Revoke', { exact: false })
    .first()
    .click();
  await ada.tab.getByRole('button', { name: 'Revoke for good ledger export' }).click();
  await ada.tab.getByRole('status').waitFor();
  await ada.tab.getByRole('link', { name: 'Webhooks' }).click();
  await ada.tab.getByLabel('URL').fill('http://127.0.0.1:9/hook');
  await ada.tab.getByRole('button', { name: 'Add and get its secret' }).click();
  expect(await ada.tab.locator('.secret').textContent()).toMatch(/^whsec_/);
  await ada.tab.getByRole('link', { name: 'I have kept it' }).click();
  await ada.tab.getByRole('button', { name: 'Send a test' }).click();
  await ada.tab.getByRole('heading', { level: 1, name: /webhook\.test/ }).waitFor();
});

test('text that becomes script is stopped by the policy, and reported', async () => {
  await ada.open('/sign-in');
  const done = await ada.tab.evaluate<string>(`
    (() => { try { document.body.innerHTML = '<b>x</b>'; return 'done'; } catch (error) { return error.name; } })()`);
  expect(done).toBe('TypeError');
  await expect.poll(() => console.log.some((line) => line.startsWith('csp.violated'))).toBe(true);
  console.log.length = 0;
});
