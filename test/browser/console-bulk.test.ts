import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepInside, launchChromium } from '../support/chromium.ts';
import { PASSWORD, person, startTestConsole, type TestConsole } from '../support/console.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let axe: string;
let browser: Browser;
let console: TestConsole;
let context: BrowserContext;
let tab: Page;
let refused: readonly string[];
let cases: readonly string[];

beforeAll(async () => {
  axe = await readFile(AXE, 'utf8');
  browser = await launchChromium();
});
afterAll(async () => browser.close());

beforeEach(async () => {
  console = await startTestConsole([person('ann', 'analyst'), person('bob', 'analyst')]);
  // The browser counts down by its own clock.
  console.clock.now = Date.now();
  cases = await console.cases.hold(5);
  await open({});
});
afterEach(async () => {
  await context.close();
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

async function signIn(): Promise<void> {
  await tab.goto(`${console.url}/queue`);
  // A busy browser takes the first field into focus a little later.
  await tab.locator('#name:focus').waitFor();
  await tab.keyboard.type('ann');
  await press('Tab');
  await tab.keyboard.type(PASSWORD);
  await press('Enter');
  await tab.waitForURL(`${console.url}/queue`);
}

const pending = async (): Promise<number> => {
  const found = await Promise.all(cases.map((id) => console.cases.work.desk.find(id)));
  return found.filter((held) => held?.state === 'pending').length;
};
const ticked = async (): Promise<readonly number[]> =>
  tab.evaluate(
    `[...document.querySelectorAll('.pick input')].flatMap((box, nth) => (box.checked ? [nth] : []))`,
  );
const to = (path: string) => tab.waitForURL(console.url + path);

describe('many cases', () => {
  test('are selected, decided and taken back with keys alone', async () => {
    await signIn();
    await press('j', 'x', 'j', 'j', 'X', 'j');
    expect(await ticked()).toEqual([0, 1, 2]);
    await press('x', 'x');
    expect(await ticked()).toEqual([0, 1, 2]);
    expect(await tab.getByText('3 cases selected').isVisible()).toBe(true);
    await press('d');
    await to('/bulk');
    expect(await tab.getByText('3: would be decided').isVisible()).toBe(true);
    expect(await pending()).toBe(0);
    await press('b', '2', 'Control+Enter');
    await tab.waitForURL(/\/bulk\/.+/);
    expect(await tab.getByRole('heading', { name: 'Blocked 3 of 3 cases' }).isVisible()).toBe(true);
    expect(await pending()).toBe(3);
    await press('z');
    await tab.getByText('3 taken back').waitFor();
    expect(await pending()).toBe(0);
  });

  test('are selected all, or none, or up to a click with Shift', async () => {
    await signIn();
    await press('*');
    expect(await ticked()).toEqual([0, 1, 2, 3, 4]);
    await press('*');
    expect(await ticked()).toEqual([]);
    await tab.getByRole('checkbox').nth(1).click();
    await tab
      .getByRole('checkbox')
      .nth(3)
      .click({ modifiers: ['Shift'] });
    expect(await ticked()).toEqual([1, 2, 3]);
  });

  test('are not decided by any single key', async () => {
    await signIn();
    await press('*', 'd');
    await to('/bulk');
    await press('b', 'r', 'Tab', 'b', '1', 'x', 'z', 'd', 'm', 'Escape');
    expect(new URL(tab.url()).pathname).toBe('/bulk');
    expect(await pending()).toBe(0);
  });

  test('are decided without the script, less one that is left out, and one of them taken back', async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
    await signIn();
    for (const nth of [0, 2, 4]) await tab.getByRole('checkbox').nth(nth).check();
    await tab.getByRole('button', { name: 'Decide together' }).click();
    await tab.getByRole('checkbox').nth(1).uncheck();
    await tab.getByLabel('Block').check();
    await tab.getByLabel('Reason').selectOption('REVIEWED_COLLUSION');
    await tab.getByRole('button', { name: 'Decide them' }).click();
    await tab.getByRole('heading', { name: 'Blocked 2 of 2 cases' }).waitFor();
    expect(await pending()).toBe(2);
    await tab.getByRole('button', { name: 'Take back ' }).first().click();
    await tab.getByText('1 taken back').waitFor();
    expect(await pending()).toBe(1);
  });
});

test('a view is named, opened by its digit and removed without a mouse', async () => {
  await signIn();
  await press('/');
  await tab.keyboard.type('ann3');
  await press('Enter');
  await to('/queue?id=ann3&state=&programme=&reason=&rule=&sort=due&score=&amount=&currency=');
  await tab.getByText('Keep this view').focus();
  await press('Enter', 'Tab');
  await tab.keyboard.type('The third');
  await press('Enter');
  await to('/queue?id=ann3');
  await tab.goto(`${console.url}/queue`);
  await press('8');
  await to('/queue?id=ann3');
  expect(await tab.locator('[data-row]').count()).toBe(1);
  await tab.getByRole('button', { name: 'Remove “The third”' }).focus();
  await press('Enter');
  await to('/queue');
  expect(await tab.getByText('The third').count()).toBe(0);
});

/** Opens each page that came with deciding many cases. */
async function visit(look: (name: string) => Promise<void>): Promise<void> {
  await signIn();
  await press('*', 'd');
  await to('/bulk');
  await look('bulk');
  await tab.getByLabel('Release').check();
  await tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
  await press('Control+Enter');
  await tab.waitForURL(/\/bulk\/.+/);
  await look('bulk-result');
  for (const path of ['/queue?score=0.5', `/cases/${cases[0]}`]) {
    await tab.goto(console.url + path);
    await look(path);
  }
}

describe('the pages of many cases', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await context.close();
    await open({ colorScheme });
    await visit(async (name) => {
      await tab.evaluate(axe);
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      const faults = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(faults, name).toEqual([]);
    });
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await tab.setViewportSize({ width: 320, height: 640 });
    await visit(async (name) => {
      expect(await tab.evaluate('document.documentElement.scrollWidth'), name).toBe(320);
      const small = await tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`);
      expect(small, name).toEqual([]);
    });
  });

  test('fold the filter on a narrow screen, and stand it open on a wide one', async () => {
    await signIn();
    const box = tab.getByLabel('Id', { exact: false }).first();
    expect(await box.isVisible()).toBe(true);
    await tab.setViewportSize({ width: 600, height: 800 });
    expect(await box.isVisible()).toBe(false);
    await press('/');
    expect(await box.isVisible()).toBe(true);
    await tab.keyboard.type('b');
    expect(await box.inputValue()).toBe('b');
  });
});
