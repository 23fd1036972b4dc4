import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { administered } from '../support/administered.ts';
import { keepInside, launchChromium } from '../support/chromium.ts';
import {
  appCode,
  PASSWORD,
  person,
  startTestConsole,
  TOTP_SECRET,
  type TestConsole,
} from '../support/console.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let axe: string;
let browser: Browser;
let console: TestConsole;
let context: BrowserContext;
let tab: Page;
let refused: readonly string[];

beforeAll(async () => {
  axe = await readFile(AXE, 'utf8');
  browser = await launchChromium();
});
afterAll(async () => browser.close());

beforeEach(async () => {
  console = await startTestConsole(
    [person('ada', 'admin', { totpSecret: TOTP_SECRET }), person('ann', 'analyst')],
    { demo: true },
  );
  await administered(console);
  await open({});
});
afterEach(async () => {
  await context.close();
  // A page that asked for what its policy forbids would have been reported, or have asked somebody else.
  expect(console.log.filter((line) => line.startsWith('csp.'))).toEqual([]);
  expect(refused).toEqual([]);
  await console.close();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  refused = await keepInside(context, console.url);
  tab = await context.newPage();
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await tab.keyboard.press(key);
};
const at = (path: string) => tab.waitForURL(console.url + path);

/** Waits for a page to put the focus where it says: it does so some time after it was loaded. */
const focused = (name: string) => tab.locator(`input[name=${name}]:focus`).waitFor();

/** Signs in with the keyboard alone. */
async function signIn(): Promise<void> {
  await tab.goto(`${console.url}/users`);
  await focused('name');
  await tab.keyboard.type('ada');
  await press('Tab');
  await tab.keyboard.type(PASSWORD);
  await press('Enter');
  await at('/sign-in/code');
  await focused('code');
  await tab.keyboard.type(appCode(console.clock.now));
  await press('Enter');
  await at('/users');
}

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
    await tab.goto(console.url + path);
    await look(path);
  }
  await signIn();
  for (const path of AFTER) {
    await tab.goto(console.url + path);
    await look(path);
  }
}

describe('by keyboard', () => {
  test('somebody signs in, goes places, asks for the keys and leaves', async () => {
    await signIn();
    await press('?');
    expect(await tab.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await press('Escape', 'g', 'i');
    await at('/me');
    await tab.getByRole('button', { name: 'Sign out' }).focus();
    await press('Enter');
    await at('/sign-in');
    await tab.goto(`${console.url}/me`);
    await at('/sign-in?next=%2Fme');
  });

  test('typing does not set off keys', async () => {
    await signIn();
    await tab.getByLabel('Name').focus();
    await tab.keyboard.type('gi?');
    expect(await tab.getByLabel('Name').inputValue()).toBe('gi?');
    expect(await tab.getByRole('dialog').isVisible()).toBe(false);
    expect(new URL(tab.url()).pathname).toBe('/users');
  });

  test('whoever switched keys off has none', async () => {
    await signIn();
    await tab.goto(`${console.url}/me`);
    await tab.getByLabel('Single keys').uncheck();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('status').waitFor();
    await press('?');
    expect(await tab.getByRole('dialog').isVisible()).toBe(false);
    expect(await tab.getByRole('button', { name: 'Keys' }).isVisible()).toBe(false);
  });

  test('every stop on the way through a page can be seen', async () => {
    await signIn();
    const stops = await tab
      .locator('a:visible, button:visible, input:visible, select:visible')
      .count();
    for (let stop = 0; stop < stops; stop += 1) {
      await press('Tab');
      const outline = await tab.evaluate<string>(
        'getComputedStyle(document.activeElement).outlineStyle',
      );
      expect(outline, `stop ${stop}`).not.toBe('none');
    }
  });
});

describe('every page', () => {
  test.each(['light', 'dark'] as const)('has no fault that axe finds: %s', async (colorScheme) => {
    await context.close();
    await open({ colorScheme });
    await eachPage(async (path) => {
      await tab.evaluate(axe);
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      const faults = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(faults, path).toEqual([]);
    });
  });

  test.each([
    { note: 'on a screen 320 px wide', size: { width: 320, height: 640 }, text: '100%' },
    { note: 'with text twice as large', size: { width: 1280, height: 800 }, text: '200%' },
  ])('needs no scrolling sideways $note', async ({ size, text }) => {
    await tab.setViewportSize(size);
    await eachPage(async (path) => {
      await tab.evaluate(`document.documentElement.style.fontSize = '${text}'`);
      const width = await tab.evaluate<number>('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(size.width);
    });
  });

  test('has targets a finger hits: 24 px, or room around them', async () => {
    await eachPage(async (path) => {
      const small = await tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`);
      expect(small, path).toEqual([]);
    });
  });

  test('leads everywhere from its bar, which folds into a menu on a phone', async () => {
    await signIn();
    const nav = tab.getByRole('navigation', { name: 'Main' });
    const [menu, place] = [nav.getByText('Menu'), nav.getByRole('link', { name: 'Audit' })];
    expect([await menu.isVisible(), await place.isVisible()]).toEqual([false, true]);
    await tab.setViewportSize({ width: 320, height: 640 });
    expect([await menu.isVisible(), await place.isVisible()]).toEqual([true, false]);
    await menu.click();
    await place.click();
    await tab.waitForURL(/\/audit$/);
  });

  test('works without its script', async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
    await signIn();
    await tab.getByRole('link', { name: 'ann' }).click();
    await tab.getByRole('button', { name: 'Disable' }).click();
    await tab.getByRole('status').waitFor();
    expect((await console.access.user('ann'))?.disabledAt).toBe(console.clock.now);
  });
});

test('a key is made, an endpoint added and tested, all of it without the script', async () => {
  await context.close();
  await open({ javaScriptEnabled: false });
  await signIn();
  await tab.getByRole('link', { name: 'API keys' }).click();
  await tab.getByLabel('Name').fill('ledger export');
  await tab.getByLabel('Read decisions').check();
  await tab.getByRole('button', { name: 'Make it' }).click();
  expect(await tab.locator('.secret').textContent()).toMatch(/^dt_live_/);
  await tab.getByRole('link', { name: 'I have kept it' }).click();
  await tab
    .getByRole('row', { name: /ledger export/ })
    .getByText('Revoke', { exact: false })
    .first()
    .click();
  await tab.getByRole('button', { name: 'Revoke for good ledger export' }).click();
  await tab.getByRole('status').waitFor();
  await tab.getByRole('link', { name: 'Webhooks' }).click();
  await tab.getByLabel('URL').fill('http://127.0.0.1:9/hook');
  await tab.getByRole('button', { name: 'Add and get its secret' }).click();
  expect(await tab.locator('.secret').textContent()).toMatch(/^whsec_/);
  await tab.getByRole('link', { name: 'I have kept it' }).click();
  await tab.getByRole('button', { name: 'Send a test' }).click();
  expect(await tab.getByRole('heading', { level: 1 }).textContent()).toMatch(/webhook\.test/);
});

test('text that becomes script is stopped by the policy, and reported', async () => {
  await tab.goto(`${console.url}/sign-in`);
  const done = await tab.evaluate<string>(`
    (() => { try { document.body.innerHTML = '<b>x</b>'; return 'done'; } catch (error) { return error.name; } })()`);
  expect(done).toBe('TypeError');
  await expect.poll(() => console.log.some((line) => line.startsWith('csp.violated'))).toBe(true);
  console.log.length = 0;
});
