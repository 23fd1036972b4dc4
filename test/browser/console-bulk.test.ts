import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Browsing, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const desks = office();
let console: TestConsole;
let ann: Person;
let cases: readonly string[];

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst'), person('bob', 'analyst')]);
  cases = await console.cases.hold(5);
});

const sit = async (options?: Browsing): Promise<void> => {
  ann = await desks.sitDown(console, 'ann', options);
};
const pending = async (): Promise<number> => {
  const found = await Promise.all(cases.map((id) => console.cases.work.desk.find(id)));
  return found.filter((held) => held?.state === 'pending').length;
};
const ticked = async (): Promise<readonly number[]> =>
  ann.tab.evaluate(
    `[...document.querySelectorAll('.pick input')].flatMap((box, nth) => (box.checked ? [nth] : []))`,
  );

describe('many cases', () => {
  test('are selected, decided and taken back with keys alone', async () => {
    await sit();
    await ann.press('j', 'x', 'j', 'j', 'X', 'j');
    expect(await ticked()).toEqual([0, 1, 2]);
    await ann.press('x', 'x');
    expect(await ticked()).toEqual([0, 1, 2]);
    expect(await ann.tab.getByText('3 cases selected').isVisible()).toBe(true);
    await ann.press('d');
    await ann.at('/bulk');
    expect(await ann.tab.getByText('3: would be decided').isVisible()).toBe(true);
    expect(await pending()).toBe(0);
    await ann.press('b', '2', 'Control+Enter');
    await ann.tab.waitForURL(/\/bulk\/.+/);
    expect(await ann.tab.getByRole('heading', { name: 'Blocked 3 of 3 cases' }).isVisible()).toBe(
      true,
    );
    expect(await pending()).toBe(3);
    await ann.press('z');
    await ann.tab.getByText('3 taken back').waitFor();
    expect(await pending()).toBe(0);
  });

  test('are selected all, or none, or up to a click with Shift', async () => {
    await sit();
    await ann.press('*');
    expect(await ticked()).toEqual([0, 1, 2, 3, 4]);
    await ann.press('*');
    expect(await ticked()).toEqual([]);
    await ann.tab.getByRole('checkbox').nth(1).click();
    await ann.tab
      .getByRole('checkbox')
      .nth(3)
      .click({ modifiers: ['Shift'] });
    expect(await ticked()).toEqual([1, 2, 3]);
  });

  test('are not decided by any single key', async () => {
    await sit();
    await ann.press('*', 'd');
    await ann.at('/bulk');
    await ann.press('b', 'r', 'Tab', 'b', '1', 'x', 'z', 'd', 'm', 'Escape');
    expect(ann.here()).toBe('/bulk');
    expect(await pending()).toBe(0);
  });

  test('are decided without the script, less one that is left out, and one of them taken back', async () => {
    await sit({ javaScriptEnabled: false });
    for (const nth of [0, 2, 4]) await ann.tab.getByRole('checkbox').nth(nth).check();
    await ann.tab.getByRole('button', { name: 'Decide together' }).click();
    await ann.tab.getByRole('checkbox').nth(1).uncheck();
    await ann.tab.getByLabel('Block').check();
    await ann.tab.getByLabel('Reason').selectOption('REVIEWED_COLLUSION');
    await ann.tab.getByRole('button', { name: 'Decide them' }).click();
    await ann.tab.getByRole('heading', { name: 'Blocked 2 of 2 cases' }).waitFor();
    expect(await pending()).toBe(2);
    await ann.tab.getByRole('button', { name: 'Take back ' }).first().click();
    await ann.tab.getByText('1 taken back').waitFor();
    expect(await pending()).toBe(1);
  });
});

test('a view is named, opened by its digit and removed without a mouse', async () => {
  await sit();
  await ann.press('/');
  await ann.tab.keyboard.type('ann3');
  await ann.press('Enter');
  await ann.at('/queue?id=ann3&state=&programme=&reason=&rule=&sort=due&score=&amount=&currency=');
  expect(await ann.tab.locator('[data-row]').count()).toBe(1);
  // A person is no view.
  expect(await ann.tab.getByText('Keep this view').count()).toBe(0);
  await ann.open('/queue?id=ann3&amount=15');
  await ann.tab.getByText('Keep this view').focus();
  await ann.press('Enter', 'Tab');
  await ann.tab.keyboard.type('Fifteen');
  await ann.press('Enter');
  await ann.at('/queue?amount=15');
  await ann.open('/queue');
  await ann.press('8');
  await ann.at('/queue?amount=15');
  expect(await ann.tab.locator('[data-row]').count()).toBe(5);
  await ann.tab.getByRole('button', { name: 'Remove “Fifteen”' }).focus();
  await ann.press('Enter');
  await ann.at('/queue');
  expect(await ann.tab.getByText('Fifteen').count()).toBe(0);
});

/** Opens each page that came with deciding many cases. */
async function visit(look: (name: string) => Promise<void>): Promise<void> {
  await ann.press('*', 'd');
  await ann.at('/bulk');
  await look('bulk');
  await ann.tab.getByLabel('Release').check();
  await ann.tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
  await ann.press('Control+Enter');
  await ann.tab.waitForURL(/\/bulk\/.+/);
  await look('bulk-result');
  for (const path of ['/queue?score=0.5', `/cases/${cases[0]}`]) {
    await ann.open(path);
    await look(path);
  }
}

describe('the pages of many cases', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await sit({ colorScheme });
    await visit(async (name) => {
      expect(await ann.faults(), name).toEqual([]);
    });
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await sit({ viewport: { width: 320, height: 640 } });
    await visit(async (name) => {
      expect(await ann.width(), name).toBe(320);
      expect(await ann.smallTargets(), name).toEqual([]);
    });
  });

  test('fold the filter on a narrow screen, and stand it open on a wide one', async () => {
    await sit();
    const box = ann.tab.getByLabel('Id', { exact: false }).first();
    expect(await box.isVisible()).toBe(true);
    await ann.tab.setViewportSize({ width: 600, height: 800 });
    await box.waitFor({ state: 'hidden' });
    await ann.press('/');
    expect(await box.isVisible()).toBe(true);
    await ann.tab.keyboard.type('b');
    expect(await box.inputValue()).toBe('b');
  });
});
