import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Browsing, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const PAGES = [
  '/statistics',
  '/statistics?from=x',
  '/rules',
  '/rules/four-controls/shared-payment-instrument',
  '/rules/four-controls/shared-device',
  '/audit',
  '/audit?actor=nobody-there',
];

const desks = office();
let console: TestConsole;
let lea: Person;

beforeEach(async () => {
  console = await desks.console([person('lea', 'lead')]);
  const cases = await console.cases.hold(4);
  const { desk } = console.cases.work;
  for (const [nth, caseId] of cases.entries()) {
    const label = nth === 0 ? 'honest' : 'fraud';
    const look = { do: 'opine', caseId, at: console.clock.now, label, scoreVisible: nth === 1 };
    for (const by of ['lea', 'kim'])
      await desk.act({ ...look, do: 'opine', label, by, commandId: `${by}-${nth}` });
  }
});

const open = async (options?: Browsing): Promise<void> => {
  lea = await desks.sitDown(console, 'lea', options);
};

/** Opens a page with everything on it unfolded. */
async function unfolded(path: string): Promise<void> {
  await lea.open(path);
  await lea.tab.evaluate(
    `for (const each of document.querySelectorAll('main details')) each.open = true`,
  );
}

describe('statistics, rules and audit', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await open({ colorScheme });
    for (const path of PAGES) {
      await unfolded(path);
      expect(await lea.faults(), path).toEqual([]);
    }
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await open({ viewport: { width: 320, height: 640 } });
    for (const path of PAGES) {
      await unfolded(path);
      expect(await lea.width(), path).toBe(320);
      expect(await lea.smallTargets(), path).toEqual([]);
    }
  });

  test('are reached by their keys', async () => {
    await open();
    for (const [key, path] of [
      ['s', '/statistics'],
      ['r', '/rules'],
      ['l', '/audit'],
    ] as const) {
      await lea.tab.keyboard.press('g');
      await lea.press(key);
      await lea.at(path);
    }
  });

  test('work without the script: choose days, follow a rule, check the trail, take it along', async () => {
    await open({ javaScriptEnabled: false });
    await lea.open('/statistics');
    await lea.tab.getByRole('link', { name: 'Last 7 days' }).click();
    await lea.at('/statistics?days=7');
    const picture = lea.tab.getByRole('img', { name: 'Cases opened and closed each day' });
    expect(await picture.isVisible()).toBe(true);
    await lea.tab.getByRole('link', { name: 'four-controls/shared-device' }).click();
    await lea.tab.getByRole('heading', { name: 'shared-device' }).waitFor();
    await lea.open('/audit');
    await lea.tab.getByText('Check the trail, keep its head').click();
    const download = lea.tab.waitForEvent('download');
    await lea.tab.getByRole('link', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^doubletake-audit-.*\.csv$/);
    await lea.tab.getByRole('button', { name: 'Verify' }).click();
    await lea.tab.getByText('The trail is whole.').waitFor();
  });
});
