import { beforeEach, describe, expect, test } from 'vitest';
import { office, type Person } from '../support/console-browser.ts';
import { person, type TestConsole } from '../support/console.ts';

const MINUTE = 60_000;

const desks = office();
let console: TestConsole;
let caseId: string;
let ann: Person;

beforeEach(async () => {
  console = await desks.console([person('ann', 'analyst'), person('bob', 'analyst')]);
  const [first = ''] = await console.cases.hold(2);
  caseId = first;
  ann = await desks.sitDown(console, 'ann');
});

const held = async () => console.cases.work.desk.find(caseId);
const until = async () => (await held())?.lease?.until ?? 0;
const note = () => ann.tab.getByLabel('Note', { exact: false }).first();

/** Claims the case, and opens it by a clock that only moves when it is told. */
async function inHand(): Promise<void> {
  const claim = { do: 'claim', caseId, by: 'ann', at: console.clock.now } as const;
  await console.cases.work.desk.act(claim);
  await ann.tab.clock.install({ time: console.clock.now });
  await ann.open(`/cases/${caseId}`);
}

/** Lets time pass for both; the browser's in one go, unless somebody is there. */
async function pass(minutes: number): Promise<void> {
  console.clock.now += minutes * MINUTE;
  await ann.tab.clock.fastForward(minutes * MINUTE);
}

/** What the page asks the server when it says that somebody is there. */
const asked = async () => ann.tab.waitForResponse((answer) => answer.url().endsWith('/here'));

describe('a hold', () => {
  test('counts down, and goes on while somebody is there', async () => {
    await inHand();
    const before = await until();
    await pass(4);
    await ann.press('m');
    await ann.tab.keyboard.type('Looking at it.');
    await Promise.all([asked(), ann.tab.clock.runFor(20_000)]);
    expect(await until()).toBe(before + 4 * MINUTE);
    await ann.tab.clock.runFor(1000);
    // With the next second at the latest: the page may still be reading the answer.
    await ann.tab.locator('.case-head .hand').getByText('14 min').waitFor();
    expect(await note().inputValue()).toBe('Looking at it.');
  });

  test('that has ended is said before anything is sent, and taken again with all that was typed', async () => {
    await inHand();
    await ann.press('b', '2', 'Escape', 'm');
    await ann.tab.keyboard.type('Same handwriting.');
    await pass(16);
    const alert = ann.tab.getByRole('alert');
    await alert.getByText('Your hold on this case has ended.').waitFor();
    await Promise.all([asked(), ann.tab.getByRole('button', { name: 'Claim it again' }).click()]);
    await alert.getByText('has ended').waitFor({ state: 'detached' });
    expect((await held())?.lease).toMatchObject({ by: 'ann', token: 2 });
    expect(await note().inputValue()).toBe('Same handwriting.');
    await Promise.all([ann.tab.waitForEvent('load'), ann.press('Control+Enter')]);
    expect(await held()).toMatchObject({ state: 'pending', conclusion: { by: 'ann' } });
  });

  test('is kept for an hour without leaving the page', async () => {
    await inHand();
    await note().fill('Half a thought');
    await Promise.all([asked(), ann.tab.getByRole('button', { name: 'Keep it 1 h' }).click()]);
    expect(await until()).toBe(console.clock.now + 60 * MINUTE);
    expect(await note().inputValue()).toBe('Half a thought');
  });
});

describe('two at one case', () => {
  test('see each other, and the slower is shown what the faster decided, with all that was typed', async () => {
    const bob = await desks.sitDown(console, 'bob');
    await bob.open(`/cases/${caseId}`);
    await ann.tab.clock.install({ time: console.clock.now });
    await ann.open(`/cases/${caseId}`);
    expect(await ann.tab.locator('[data-viewers]').innerText()).toBe('bob');
    await ann.press('b', '2', 'Escape', 'm');
    await ann.tab.keyboard.type('Same handwriting.');
    await bob.press('r', '1');
    await Promise.all([bob.tab.waitForEvent('load'), bob.press('Control+Enter')]);
    await Promise.all([asked(), ann.tab.clock.runFor(20_000)]);
    await ann.tab.getByRole('alert').getByText('bob decided this case meanwhile.').waitFor();
    const [answer] = await Promise.all([
      ann.tab.waitForResponse((each) => each.url().endsWith('/decide')),
      ann.press('Control+Enter'),
    ]);
    expect(answer.status()).toBe(409);
    await ann.tab.getByRole('heading', { name: 'Somebody was faster' }).waitFor();
    const shown = await ann.tab.locator('main').innerText();
    for (const said of ['bob', 'release', 'reviewed genuine', 'Same handwriting.'])
      expect(shown).toContain(said);
    expect(await held()).toMatchObject({ conclusion: { by: 'bob', outcome: 'release' } });
  });
});

describe('a decision', () => {
  test('from the queue to the next case takes three keys and the reason; taken back it never was', async () => {
    const keys = ['n', 'b', '2', 'Control+Enter'];
    const [next, outcome, reason, send] = keys;
    await Promise.all([ann.tab.waitForEvent('load'), ann.press(next ?? '')]);
    const first = ann.here();
    await ann.press(outcome ?? '', reason ?? '');
    await Promise.all([ann.tab.waitForEvent('load'), ann.press(send ?? '')]);
    expect(ann.here()).toMatch(/^\/cases\//);
    expect(ann.here()).not.toBe(first);
    expect(keys.length).toBeLessThanOrEqual(5);
    await Promise.all([ann.tab.waitForEvent('load'), ann.press('z')]);
    console.clock.now += MINUTE;
    const written = await console.cases.engine.wake();
    expect(written.filter(({ stage }) => stage === 'review')).toEqual([]);
    expect((await held())?.state).toBe('open');
  });
});
