import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const desks = office();
let console: TestConsole;
let cases: readonly string[];
let ann: Person;

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst')]);
  cases = await console.cases.hold(3);
  ann = await desks.sitDown(console, 'ann', { permissions: ['clipboard-read', 'clipboard-write'] });
});

const focused = async (): Promise<string> =>
  ann.tab.evaluate<string>(`document.activeElement.id || document.activeElement.className`);

/** Presses keys that lead to another page, and waits for it. */
async function leads(...keys: readonly string[]): Promise<string> {
  await Promise.all([ann.tab.waitForEvent('load'), ann.press(...keys)]);
  return ann.here();
}

describe('keys of a case', () => {
  test.each([
    ['m', 'note'],
    ['d', 'pair-card'],
    ['t', 'timeline-card'],
    ['v', 'graph'],
    ['b', 'reason'],
  ])('%s leads to %s', async (key, id) => {
    await ann.open(`/cases/${cases[0]}`);
    await ann.press(key);
    expect(await focused()).toBe(id);
  });

  test('go along the list one came from, and stop at its ends', async () => {
    const rows = await ann.tab.locator('a[data-row]').all();
    const list = await Promise.all(rows.map(async (row) => row.getAttribute('href')));
    expect(await leads('j', 'j', 'Enter')).toBe(list[1]);
    expect(await leads(']')).toBe(list[2]);
    await ann.press(']');
    expect(await leads('[')).toBe(list[1]);
    expect(await leads('[')).toBe(list[0]);
    expect(await ann.tab.getByRole('link', { name: 'Before' }).count()).toBe(0);
  });

  test('copy the link', async () => {
    await ann.open(`/cases/${cases[0]}`);
    // It is said for two seconds only.
    await Promise.all([ann.tab.getByText('Link copied').waitFor(), ann.press('y')]);
    const copied = await ann.tab.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(`${console.url}/cases/${cases[0]}`);
  });
});

describe('everywhere', () => {
  test.each(['Control+k', '/'])('%s goes to an id', async (key) => {
    await ann.open('/me');
    await ann.press(key);
    await ann.tab.keyboard.type(cases[1] ?? '');
    expect(await leads('Enter')).toBe(`/cases/${cases[1]}`);
  });

  test('? lists every key of the page, each with its element', async () => {
    await ann.open(`/cases/${cases[0]}`);
    await ann.press('?');
    const listed = await ann.tab.locator('#shortcuts dt').allInnerTexts();
    for (const key of ['g q', 'Ctrl K', 'Ctrl ⏎', 'b', 'r', 'm', 'd', 'v', 't', 'y', 's', 'e', 'h'])
      expect(listed, key).toContain(key);
    expect(await ann.tab.evaluate(`document.querySelector('#shortcuts').scrollTop`)).toBe(0);
    await ann.press('Escape');
    expect(await ann.tab.locator('#reason').getAttribute('aria-keyshortcuts')).toBeNull();
    expect(await ann.tab.locator('#note').getAttribute('aria-keyshortcuts')).toBe('m');
  });
});

describe('keys that were moved', () => {
  test('work where they are, say so, and no longer where they were', async () => {
    await ann.open('/me');
    await ann.tab.getByText('Put keys elsewhere').click();
    await ann.tab.getByLabel('Write a note').fill('w');
    await ann.tab.getByLabel('Release').fill('m');
    await ann.tab.getByLabel('Go to a page').fill('G');
    await Promise.all([
      ann.tab.waitForEvent('load'),
      ann.tab.getByRole('button', { name: 'Save the keys' }).click(),
    ]);
    await ann.open(`/cases/${cases[0]}`);
    await ann.press('w');
    expect(await focused()).toBe('note');
    expect(await ann.tab.locator('label[for=note] kbd').innerText()).toBe('w');
    expect(await ann.tab.locator('#note').getAttribute('aria-keyshortcuts')).toBe('w');
    await ann.press('Escape', 'r');
    expect(await ann.tab.getByLabel('Release').isChecked()).toBe(false);
    await ann.press('m');
    expect(await ann.tab.getByLabel('Release').isChecked()).toBe(true);
    await ann.press('Escape');
    expect(await leads('G', 'q')).toBe('/queue');
  });

  test('rest when they are switched off', async () => {
    await ann.open('/me');
    await ann.tab.getByLabel('Single keys').uncheck();
    await Promise.all([
      ann.tab.waitForEvent('load'),
      ann.tab.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    await ann.open(`/cases/${cases[0]}`);
    await ann.press('b', 'm', '?');
    expect(await ann.tab.getByLabel('Block').isChecked()).toBe(false);
    expect(await ann.tab.locator('dialog[open]').count()).toBe(0);
    expect(await ann.tab.locator('kbd:visible').count()).toBe(0);
  });
});

describe('a case on other surfaces', () => {
  test('is printed without what can only be pressed', async () => {
    await ann.open(`/cases/${cases[0]}`);
    await ann.tab.emulateMedia({ media: 'print' });
    expect(await ann.tab.locator('form:visible, nav:visible, .bar:visible').count()).toBe(0);
    for (const title of ['Why it was held', 'The pair, side by side', 'What happened'])
      expect(await ann.tab.getByRole('heading', { name: title }).isVisible()).toBe(true);
    expect(await ann.tab.getByRole('heading', { name: 'Decide' }).isVisible()).toBe(false);
    const sheet = await ann.tab.pdf();
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sheet.length).toBeGreaterThan(10_000);
  });

  test('tells its tones apart in colours of the system', async () => {
    await ann.open(`/cases/${cases[0]}`);
    await ann.tab.emulateMedia({ forcedColors: 'active' });
    const lines = await ann.tab.evaluate<string[]>(`
      ['', 'good', 'fair', 'bad'].map((tone) => {
        const tag = document.createElement('span');
        tag.className = 'tag ' + tone;
        document.querySelector('main').append(tag);
        const { borderTopStyle, borderTopWidth } = getComputedStyle(tag);
        return borderTopStyle + borderTopWidth;
      })`);
    expect(new Set(lines).size).toBe(4);
    const fills = await ann.tab.evaluate<string[]>(`
      ['rect.good', 'rect.bad'].map((bar) => getComputedStyle(document.querySelector('.picture ' + bar)).fill)`);
    expect(new Set(fills).size).toBe(2);
    const outline = await ann.tab.evaluate<string>(
      `getComputedStyle(document.querySelector('mark')).outlineStyle`,
    );
    expect(outline).toBe('solid');
  });
});
