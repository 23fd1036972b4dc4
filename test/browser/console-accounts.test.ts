import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Browsing, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const MAIL = 'zebulon.quist@gmail.com';

const desks = office();
let console: TestConsole;
let ann: Person;
let pages: readonly string[];

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst'), person('bob', 'analyst')]);
  const yesterday = Date.now() - 86_400_000;
  const seen = { type: 'account.observed', at: new Date(yesterday).toISOString() };
  const device = { visitorId: 'v-1', confidence: 0.99 };
  const phone = { number: '+441632960001', region: 'GB' };
  await console.cases.engine.recordMany([
    { ...seen, id: 's0', accountId: 'ann1', email: MAIL, device, phone },
    { ...seen, id: 's1', accountId: 'bob1', email: 'zebulonquist@googlemail.com', phone },
    // One after the other: holders are named oldest first, and which of equals comes first is up to the keys.
    ...Array.from({ length: 20 }, (_, n) => ({
      ...seen,
      id: `d${n}`,
      at: new Date(yesterday + 60_000 * (n + 1)).toISOString(),
      accountId: `acc_${n}`,
      ...(n < 6 ? { phone } : {}),
      device,
    })),
  ]);
  const [caseId = ''] = await console.cases.hold(1);
  pages = [`/cases/${caseId}`, '/accounts/ann1', '/accounts'];
});

const sit = async (options?: Browsing): Promise<void> => {
  ann = await desks.sitDown(console, 'ann', options);
};
const text = () => ann.tab.locator('main').innerText();

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('pages about accounts have no fault that axe finds, the table and the form opened as well', async () => {
    await sit({ colorScheme });
    for (const path of pages) {
      await ann.open(path);
      expect(await ann.faults(), path).toEqual([]);
      if (path === '/accounts') continue;
      await ann.tab.getByText('The same in a table').click();
      expect(await ann.faults(), `${path} table`).toEqual([]);
      await ann.press('p');
      expect(await ann.faults(), `${path} form`).toEqual([]);
    }
  });
});

test('pages about accounts need no scrolling sideways on a screen 320 px wide', async () => {
  await sit({ viewport: { width: 320, height: 640 } });
  for (const path of pages) {
    await ann.open(path);
    for (const details of await ann.tab.locator('#graph details summary').all())
      await details.click();
    expect(await ann.width(), path).toBe(320);
    expect(await ann.smallTargets(), path).toEqual([]);
  }
});

test('values are revealed by key with a reason, and go back to their masks by themselves', async () => {
  await sit();
  await ann.tab.clock.install({ time: Date.now() });
  await ann.open('/accounts/ann1');
  expect(await text()).not.toContain(MAIL);
  await ann.press('p');
  const form = ann.tab.getByRole('dialog');
  await form.getByLabel('Why').selectOption('contact_customer');
  await form.getByRole('button', { name: 'Reveal' }).click();
  await ann.tab.waitForURL(/#identifiers$/);
  expect(await text()).toContain(MAIL);
  await ann.tab.clock.fastForward('05:05');
  expect(await text()).not.toContain(MAIL);
  await ann.press('p', 'Escape');
  expect(await form.isVisible()).toBe(false);
});

test('from the picture one goes on to an account by keyboard', async () => {
  await sit();
  await ann.open(pages[0] ?? '');
  await ann.press('v');
  const picture = ann.tab.locator('#graph svg').first();
  await picture.getByRole('link', { name: /^Account ann1/ }).focus();
  await ann.press('Enter');
  await ann.tab.waitForURL(/\/accounts\/ann1$/);
  const crowd = ann.tab.locator('#graph .hub');
  expect(await crowd.count()).toBe(1);
  expect(await crowd.getAttribute('aria-label')).toMatch(/held by 21 accounts$/);
});

test('without a script values are revealed, links filtered and the table read all the same', async () => {
  await console.access.addUser(person('cat', 'analyst'));
  ann = await desks.sitDown(console, 'cat', { javaScriptEnabled: false });
  await ann.open('/accounts/ann1');
  const form = ann.tab.locator('#reveal');
  expect(await form.isVisible()).toBe(false);
  await ann.tab.getByRole('link', { name: /^Reveal/ }).click();
  await form.waitFor();
  await form.getByRole('link', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'hidden' });
  await ann.tab.getByRole('link', { name: /^Reveal/ }).click();
  await form.getByLabel('Why').selectOption('legal_request');
  await form.getByRole('button', { name: 'Reveal' }).click();
  await ann.tab.waitForURL(/#identifiers$/);
  expect(await text()).toContain(MAIL);
  await ann.tab.getByRole('link', { name: 'Phone', exact: true }).click();
  await ann.tab.waitForURL(/\?links=phone\b/);
  expect(await ann.tab.locator('#graph .value').count()).toBe(1);
  await ann.tab.getByText('The same in a table').click();
  const table = await ann.tab.locator('.connected').first().innerText();
  expect(table).toContain('acc_0 acc_1 acc_2 acc_3 acc_4 and 1 more');
});
