import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepInside, launchChromium } from '../support/chromium.ts';
import { PASSWORD, person, startTestConsole, type TestConsole } from '../support/console.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = [
  '/statistics',
  '/statistics?from=x',
  '/rules',
  '/rules/four-controls/shared-payment-instrument',
  '/rules/four-controls/shared-device',
  '/audit',
  '/audit?actor=nobody-there',
];

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
  console = await startTestConsole([person('lea', 'lead')]);
  console.clock.now = Date.now();
  const cases = await console.cases.hold(4);
  const { desk } = console.cases.work;
  for (const [nth, caseId] of cases.entries()) {
    const label = nth === 0 ? 'honest' : 'fraud';
    const look = { do: 'opine', caseId, at: console.clock.now, label, scoreVisible: nth === 1 };
    for (const by of ['lea', 'kim'])
      await desk.act({ ...look, do: 'opine', label, by, commandId: `${by}-${nth}` });
  }
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
  await tab.goto(`${console.url}/sign-in`);
  await tab.getByLabel('Name').fill('lea');
  await tab.getByLabel('Password').fill(PASSWORD);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(`${console.url}/queue`);
}

/** Opens a page with everything on it unfolded. */
async function unfolded(path: string): Promise<void> {
  await tab.goto(console.url + path);
  await tab.evaluate(
    `for (const each of document.querySelectorAll('main details')) each.open = true`,
  );
}

describe('statistics, rules and audit', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await open({ colorScheme });
    for (const path of PAGES) {
      await unfolded(path);
      await tab.evaluate(axe);
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      const faults = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(faults, path).toEqual([]);
    }
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await open({ viewport: { width: 320, height: 640 } });
    for (const path of PAGES) {
      await unfolded(path);
      expect(await tab.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      const small = await tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a, .button')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`);
      expect(small, path).toEqual([]);
    }
  });

  test('are reached by their keys', async () => {
    await open({});
    for (const [key, path] of [
      ['s', '/statistics'],
      ['r', '/rules'],
      ['l', '/audit'],
    ] as const) {
      await tab.keyboard.press('g');
      await tab.keyboard.press(key);
      await tab.waitForURL(console.url + path);
    }
  });

  test('work without the script: choose days, follow a rule, check the trail, take it along', async () => {
    await open({ javaScriptEnabled: false });
    await tab.goto(`${console.url}/statistics`);
    await tab.getByRole('link', { name: 'Last 7 days' }).click();
    await tab.waitForURL(`${console.url}/statistics?days=7`);
    const picture = tab.getByRole('img', { name: 'Cases opened and closed each day' });
    expect(await picture.isVisible()).toBe(true);
    await tab.getByRole('link', { name: 'four-controls/shared-device' }).click();
    await tab.getByRole('heading', { name: 'shared-device' }).waitFor();
    await tab.goto(`${console.url}/audit`);
    await tab.getByText('Check the trail, keep its head').click();
    const download = tab.waitForEvent('download');
    await tab.getByRole('link', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^doubletake-audit-.*\.csv$/);
    await tab.getByRole('button', { name: 'Verify' }).click();
    await tab.getByText('The trail is whole.').waitFor();
  });
});
