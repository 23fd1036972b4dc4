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
  cases = await console.cases.hold(3);
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

async function signIn(name = 'ann'): Promise<void> {
  await tab.goto(`${console.url}/queue`);
  // A busy browser takes the first field into focus a little later.
  await tab.locator('#name:focus').waitFor();
  await tab.keyboard.type(name);
  await press('Tab');
  await tab.keyboard.type(PASSWORD);
  await press('Enter');
  await tab.waitForURL(`${console.url}/queue`);
}

const states = async () =>
  Promise.all(cases.map(async (id) => (await console.cases.work.desk.find(id))?.state));
const here = () => new URL(tab.url()).pathname;

/** Chooses and sends; ends where the next case is, or the queue. */
async function blockByKeys(): Promise<void> {
  const before = tab.url();
  await press('b', '2', 'Control+Enter');
  await tab.waitForURL((url) => url.href !== before);
}

describe('a case', () => {
  test('is claimed, decided and followed by the next with keys alone, and can be taken back', async () => {
    await signIn();
    await press('n');
    await tab.waitForURL(/\/cases\//);
    const first = here();
    await blockByKeys();
    expect(here()).toMatch(/^\/cases\//);
    expect(here()).not.toBe(first);
    expect((await states()).filter((state) => state === 'pending')).toHaveLength(1);
    expect(await tab.getByText('It is final in').isVisible()).toBe(true);
    await press('z');
    await tab.waitForURL(console.url + first);
    expect((await states()).filter((state) => state === 'pending')).toHaveLength(0);
  });

  test('offers no way back once the time for it is over', async () => {
    await tab.clock.install();
    await signIn();
    await tab.goto(`${console.url}/cases/${cases[0]}`);
    await tab.getByLabel('Release').check();
    await tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.waitForURL(console.url + `/cases/${cases[0]}`);
    const undo = tab.getByRole('button', { name: /^Undo/ });
    await undo.first().waitFor();
    await tab.clock.fastForward(12_000);
    await undo.first().waitFor({ state: 'hidden' });
    expect(await undo.count()).toBe(0);
  });

  test('is not decided by keys that are typed into the note, nor by any single key', async () => {
    await signIn();
    await press('j', 'Enter');
    await tab.waitForURL(/\/cases\//);
    await press('m');
    await tab.keyboard.type('bz2rc ');
    expect(await tab.getByLabel('Note').inputValue()).toBe('bz2rc ');
    await press('Tab', 'b', '1', 'r', 'd', 't');
    expect(await states()).not.toContain('pending');
  });

  test.each([
    { key: 's', field: 'skip-reason' },
    { key: 'e', field: 'escalate-reason' },
    { key: 'h', field: 'snooze-reason' },
    { key: 'x', field: 'exceptionReason' },
  ])('leads from $key to where it is said why', async ({ key, field }) => {
    await signIn();
    await press('j', 'Enter');
    await tab.waitForURL(/\/cases\//);
    await press(key);
    expect(await tab.evaluate('document.activeElement.id')).toBe(field);
  });

  test('is decided without the script', async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
    await signIn();
    await tab.locator('[data-row]').first().click();
    await tab.getByLabel('Release').check();
    await tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
    await tab.getByLabel('Note').fill('They sent a picture.');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByRole('status').waitFor();
    expect(await states()).toContain('pending');
    expect(await tab.getByText('They sent a picture.').first().isVisible()).toBe(true);
  });

  test('that somebody else decided meanwhile shows theirs, and keeps what one wrote', async () => {
    await signIn();
    await tab.goto(`${console.url}/cases/${cases[0]}`);
    const note = 'Same handwriting.';
    await tab.getByLabel('Note').fill(note);
    await console.cases.engine.decide({
      caseId: cases[0] ?? '',
      by: 'bob',
      commandId: 'theirs',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      scoreVisible: true,
    });
    await tab.getByLabel('Block').check();
    await tab.getByLabel('Reason').selectOption('REVIEWED_SAME_PERSON');
    const [answer] = await Promise.all([
      tab.waitForResponse((each) => each.request().method() === 'POST'),
      press('Control+Enter'),
    ]);
    expect(answer.status()).toBe(409);
    await tab.getByRole('heading', { name: 'Somebody was faster' }).waitFor();
    const text = await tab.locator('main').innerText();
    for (const said of ['bob', 'release', 'reviewed genuine', note]) expect(text).toContain(said);
    const held = await console.cases.work.desk.find(cases[0] ?? '');
    expect(held?.conclusion).toMatchObject({ by: 'bob', outcome: 'release' });
  });
});

const pages = () => ['/queue', '/queue?id=nobody', '/queue?view=snoozed', `/cases/${cases[0]}`];

describe('queue and case', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await context.close();
    await open({ colorScheme });
    await signIn();
    for (const path of pages()) {
      await tab.goto(console.url + path);
      await tab.evaluate(axe);
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      const faults = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(faults, path).toEqual([]);
    }
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await tab.setViewportSize({ width: 320, height: 640 });
    await signIn();
    for (const path of pages()) {
      await tab.goto(console.url + path);
      expect(await tab.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      const small = await tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`);
      expect(small, path).toEqual([]);
    }
  });
});
