import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const desks = office();
let console: TestConsole;
let cases: readonly string[];
let lea: Person;

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst'), person('lea', 'lead')], {
    sampleShare: 1,
  });
  cases = await console.cases.hold(3);
  lea = await desks.sitDown(console, 'lea');
});

const at = (index: number): string => cases[index] ?? '';
const held = async (index: number) => console.cases.work.desk.find(at(index));

/** An analyst decides a case; above somebody's limit it waits. */
async function decided(index: number, secondPersonFrom = Infinity): Promise<void> {
  await console.cases.work.desk.act({
    do: 'conclude',
    caseId: at(index),
    by: 'ann',
    at: console.clock.now,
    commandId: `first-decision-${index}`,
    outcome: 'block',
    reason: 'REVIEWED_COLLUSION',
    label: 'fraud',
    scoreVisible: true,
    note: 'Same handwriting.',
    secondPersonFrom,
  });
}

async function closed(index: number): Promise<void> {
  await decided(index);
  console.clock.now += 10_000;
  await console.cases.engine.wake();
}

/** Presses keys that send a form, and waits for the page it leads to. */
async function sent(...keys: readonly string[]): Promise<void> {
  await Promise.all([lea.tab.waitForEvent('load'), lea.press(...keys)]);
}

describe('approvals', () => {
  test('are found, approved and taken back with keys alone', async () => {
    await decided(0, 1);
    await lea.press('g', 'a');
    await lea.tab.waitForURL('**/approvals');
    await lea.press('j', 'Enter');
    await lea.tab.waitForURL(/\/cases\//);
    await lea.press('a');
    expect((await held(0))?.state).toBe('awaiting_second');
    await sent('Control+Enter');
    expect(lea.here()).toBe('/approvals');
    expect((await held(0))?.state).toBe('pending');
    await sent('z');
    expect((await held(0))?.state).toBe('awaiting_second');
  });

  test('are sent back with keys alone, and not without a reason', async () => {
    await decided(0, 1);
    await lea.open(`/cases/${at(0)}`);
    await lea.press('b');
    await sent('Control+Enter');
    expect(await lea.tab.getByText('Say why it goes back.').isVisible()).toBe(true);
    await lea.press('b', 'l', 'Tab');
    await lea.tab.keyboard.type('The order is open.');
    await sent('Control+Enter');
    expect(await held(0)).toMatchObject({ state: 'open', revised: true });
  });

  test('work without the script, from the list itself', async () => {
    await decided(0, 1);
    lea = await desks.sitDown(console, 'lea', { javaScriptEnabled: false });
    await lea.open('/approvals');
    await lea.tab.getByLabel('Approve').check();
    await lea.tab.getByRole('button', { name: 'Save' }).click();
    await lea.tab.getByText('Approved: block').waitFor();
    expect((await held(0))?.state).toBe('pending');
  });
});

describe('the sample', () => {
  test('is looked at blind, and compared, with keys alone', async () => {
    await closed(0);
    const decision = await console.cases.work.ledger.decision(at(0));
    await lea.press('g', 'y');
    await lea.tab.waitForURL('**/samples');
    await lea.press('j', 'Enter');
    await lea.tab.waitForURL(/\/samples\//);
    const blind = await lea.tab.content();
    for (const told of [decision?.score.toFixed(1) ?? 'a score', 'collusion', 'Same handwriting.'])
      expect(blind).not.toContain(told);
    await lea.press('a', '1');
    await sent('Control+Enter');
    const shown = await lea.tab.locator('main').innerText();
    for (const told of ['You agree', 'ann', 'reviewed collusion']) expect(shown).toContain(told);
  });

  test('works without the script', async () => {
    await closed(0);
    lea = await desks.sitDown(console, 'lea', { javaScriptEnabled: false });
    await lea.open('/samples');
    await lea.tab.locator('a[data-row]').click();
    await lea.tab.getByLabel('Label').selectOption('honest');
    await lea.tab.getByRole('button', { name: 'Keep and compare' }).click();
    await lea.tab.getByText('You differ').waitFor();
  });
});

test('a closed case is opened again with keys alone', async () => {
  await closed(0);
  await lea.open(`/cases/${at(0)}`);
  await lea.press('o', 'Tab', 'ArrowDown', 'Tab');
  await lea.tab.keyboard.type('They sent a picture.');
  await lea.press('Tab');
  await sent('Enter');
  expect(await held(0)).toMatchObject({ state: 'open' });
});

/** Every page of second looks, each in each of its states. */
async function pages(): Promise<readonly string[]> {
  await decided(0, 1);
  await closed(1);
  const on = { caseId: at(2), by: 'lea', at: console.clock.now };
  await console.cases.work.desk.act({ do: 'claim', ...on });
  const looks = ['/approvals', '/samples', `/samples/${at(1)}`, '/samples?month=2020-01'];
  return [...looks, ...cases.map((caseId) => `/cases/${caseId}`), '/queue', '/me'];
}

describe('pages of second looks', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await lea.tab.emulateMedia({ colorScheme });
    for (const path of await pages()) {
      await lea.open(path);
      if (path === '/me') await lea.tab.getByText('Put keys elsewhere').click();
      expect(await lea.faults(), path).toEqual([]);
    }
  });

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await lea.tab.setViewportSize({ width: 320, height: 640 });
    for (const path of await pages()) {
      await lea.open(path);
      expect(await lea.width(), path).toBe(320);
      expect(await lea.smallTargets(), path).toEqual([]);
    }
  });
});
