import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Browsing, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const desks = office();
let console: TestConsole;
let ann: Person;
let cases: readonly string[];

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst'), person('bob', 'analyst')]);
  cases = await console.cases.hold(3);
});

const sit = async (options?: Browsing): Promise<void> => {
  ann = await desks.sitDown(console, 'ann', options);
};
const states = async () =>
  Promise.all(cases.map(async (id) => (await console.cases.work.desk.find(id))?.state));

/** Chooses and sends; ends where the next case is, or the queue. */
async function blockByKeys(): Promise<void> {
  const before = ann.tab.url();
  await ann.press('b', '2', 'Control+Enter');
  await ann.tab.waitForURL((url) => url.href !== before);
}

describe('a case', () => {
  test('is claimed, decided and followed by the next with keys alone, and can be taken back', async () => {
    await sit();
    await ann.tab.clock.setFixedTime(console.clock.now);
    await ann.press('n');
    await ann.tab.waitForURL(/\/cases\//);
    const first = ann.here();
    await blockByKeys();
    expect(ann.here()).toMatch(/^\/cases\//);
    expect(ann.here()).not.toBe(first);
    expect((await states()).filter((state) => state === 'pending')).toHaveLength(1);
    expect(await ann.tab.getByText('It is final in').isVisible()).toBe(true);
    await ann.press('z');
    await ann.at(first);
    expect((await states()).filter((state) => state === 'pending')).toHaveLength(0);
  });

  test('offers no way back once the time for it is over', async () => {
    await sit();
    // It moves only when it is told: a busy machine may take longer to get here than one has to think again.
    await ann.tab.clock.install({ time: console.clock.now - 60_000 });
    await ann.tab.clock.pauseAt(console.clock.now);
    await ann.open(`/cases/${cases[0]}`);
    await ann.tab.getByLabel('Release').check();
    await ann.tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
    await ann.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await ann.at(`/cases/${cases[0]}`);
    const undo = ann.tab.getByRole('button', { name: /^Undo/ });
    await undo.first().waitFor();
    await ann.tab.clock.fastForward(12_000);
    await undo.first().waitFor({ state: 'hidden' });
    expect(await undo.count()).toBe(0);
  });

  test('is not decided by keys that are typed into the note, nor by any single key', async () => {
    await sit();
    await ann.press('j', 'Enter');
    await ann.tab.waitForURL(/\/cases\//);
    await ann.press('m');
    await ann.tab.keyboard.type('bz2rc ');
    expect(await ann.tab.getByLabel('Note').inputValue()).toBe('bz2rc ');
    await ann.press('Tab', 'b', '1', 'r', 'd', 't');
    expect(await states()).not.toContain('pending');
  });

  test.each([
    { key: 's', field: 'skip-reason' },
    { key: 'e', field: 'escalate-reason' },
    { key: 'h', field: 'snooze-reason' },
    { key: 'x', field: 'exceptionReason' },
  ])('leads from $key to where it is said why', async ({ key, field }) => {
    await sit();
    await ann.press('j', 'Enter');
    await ann.tab.waitForURL(/\/cases\//);
    await ann.press(key);
    expect(await ann.tab.evaluate('document.activeElement.id')).toBe(field);
  });

  test('is decided without the script', async () => {
    await sit({ javaScriptEnabled: false });
    await ann.tab.locator('[data-row]').first().click();
    await ann.tab.getByLabel('Release').check();
    await ann.tab.getByLabel('Reason').selectOption('REVIEWED_GENUINE');
    await ann.tab.getByLabel('Note').fill('They sent a picture.');
    await ann.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await ann.tab.getByRole('status').waitFor();
    expect(await states()).toContain('pending');
    expect(await ann.tab.getByText('They sent a picture.').first().isVisible()).toBe(true);
  });

  test('that somebody else decided meanwhile shows theirs, and keeps what one wrote', async () => {
    await sit();
    await ann.open(`/cases/${cases[0]}`);
    const note = 'Same handwriting.';
    await ann.tab.getByLabel('Note').fill(note);
    await console.cases.engine.decide({
      caseId: cases[0] ?? '',
      by: 'bob',
      commandId: 'theirs',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      scoreVisible: true,
    });
    await ann.tab.getByLabel('Block').check();
    await ann.tab.getByLabel('Reason').selectOption('REVIEWED_SAME_PERSON');
    const [answer] = await Promise.all([
      ann.tab.waitForResponse((each) => each.request().method() === 'POST'),
      ann.press('Control+Enter'),
    ]);
    expect(answer.status()).toBe(409);
    await ann.tab.getByRole('heading', { name: 'Somebody was faster' }).waitFor();
    const text = await ann.tab.locator('main').innerText();
    for (const said of ['bob', 'release', 'reviewed genuine', note]) expect(text).toContain(said);
    const held = await console.cases.work.desk.find(cases[0] ?? '');
    expect(held?.conclusion).toMatchObject({ by: 'bob', outcome: 'release' });
  });
});

/** The state of a case that has most to say of itself: escalated, and in somebody's hands. */
async function busy(caseId: string): Promise<void> {
  const on = { caseId, by: 'bartholomew.featherstonehaugh', at: console.clock.now };
  await console.cases.work.desk.act({
    ...on,
    do: 'escalate',
    reason: 'needs_a_specialist_to_look',
  });
  await console.cases.work.desk.act({ ...on, do: 'claim' });
}

const pages = () => ['/queue', '/queue?id=nobody', '/queue?view=snoozed', `/cases/${cases[0]}`];

describe('queue and case', () => {
  test.each(['light', 'dark'] as const)('have no fault that axe finds: %s', async (colorScheme) => {
    await sit({ colorScheme });
    for (const path of pages()) {
      await ann.open(path);
      expect(await ann.faults(), path).toEqual([]);
    }
  });

  test.each([1280, 1024])(
    'show every column %i px wide, whatever a case says of itself',
    async (width) => {
      for (const caseId of cases) await busy(caseId);
      await sit({ viewport: { width, height: 800 } });
      // Hosts have longer ids than these tests.
      await ann.tab.evaluate(`
      for (const link of document.querySelectorAll('[data-row]'))
        link.textContent = '6f9619ff-8b86-d011-b42d-00cf4fc964ff → 3f2504e0-4f89-11d3-9a0c-0305e82c3301'`);
      const hidden = await ann.tab.evaluate<number>(
        `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.scroll'))`,
      );
      expect(hidden).toBe(0);
    },
  );

  test('need no scrolling sideways on a screen 320 px wide, and have targets a finger hits', async () => {
    await sit({ viewport: { width: 320, height: 640 } });
    for (const path of pages()) {
      await ann.open(path);
      expect(await ann.width(), path).toBe(320);
      expect(await ann.smallTargets(), path).toEqual([]);
    }
  });
});
