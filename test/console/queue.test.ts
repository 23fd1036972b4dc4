import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';
import { told } from '../support/held-reward.ts';

const DAY = 86_400_000;

let console: TestConsole;
let ann: Browser;

beforeEach(async () => {
  console = await startTestConsole([
    person('ann', 'analyst'),
    person('aud', 'auditor'),
    person('gone', 'lead', {
      disabledAt: 1,
      settings: {
        zone: 'UTC',
        theme: 'system',
        shortcuts: true,
        views: [{ viewId: 'g', label: 'Of the past', search: 'score=1', shared: true }],
      },
    }),
  ]);
  ann = await console.signedIn('ann');
});
afterEach(async () => console.close());

const text = async (path: string, browser = ann) => (await browser.get(path)).text;
const rows = async (path: string) => [...(await text(path)).matchAll(/data-row/g)].length;

/** Holds a reward of that amount, in a currency of its own. */
async function holdIn(n: number, minor: number, currency: string): Promise<void> {
  const events: unknown = JSON.parse(
    JSON.stringify(told(n, minor)).replaceAll('"EUR"', `"${currency}"`),
  );
  await console.cases.engine.recordMany(Array.isArray(events) ? events : []);
  await console.cases.engine.wake();
}

const save = (form: object, browser = ann) => browser.post('/queue/views').type('form').send(form);
const views = async (userId = 'ann') => (await console.access.user(userId))?.settings.views;

describe('the filter', () => {
  test('knows the digits of a currency', async () => {
    await holdIn(1, 2000, 'EUR');
    await holdIn(2, 2000, 'JPY');
    await holdIn(3, 2000, 'KWD');
    const asked = [
      ['currency=jpy', 1],
      ['amount=20&currency=EUR', 1],
      ['amount=20.01&currency=EUR', 0],
      ['amount=2000&currency=JPY', 1],
      ['amount=2001&currency=JPY', 0],
      ['amount=2&currency=KWD', 1],
      ['amount=2.01&currency=KWD', 0],
      ['currency=XXQ', 3],
    ] as const;
    for (const [query, count] of asked) expect(await rows(`/queue?${query}`), query).toBe(count);
  });

  test('finds what a rule held, and offers every rule that holds', async () => {
    const [caseId = ''] = await console.cases.hold(2);
    const rule = (await console.cases.work.desk.find(caseId))?.rules[0] ?? '';
    expect(await rows(`/queue?rule=${encodeURIComponent(rule)}`)).toBe(2);
    expect(await rows('/queue?rule=nobody%2Fknows')).toBe(0);
    expect(await text('/queue')).toContain(`<option value="${rule}">`);
  });

  test('is folded until something is asked', async () => {
    expect(await text('/queue')).toContain('<details class="fold">');
    expect(await text('/queue?score=70')).toContain('<details class="fold" open>');
  });
});

test('what is past its due time is in the view of what is late', async () => {
  await console.cases.hold(2);
  expect(await rows('/queue?view=late')).toBe(0);
  console.clock.now += 2 * DAY + 1;
  // The session has ended with the day.
  ann = await console.signedIn('ann');
  expect(await rows('/queue?view=late')).toBe(2);
});

describe('a view of one’s own', () => {
  test('keeps a filter under a name and a digit, counted like the others, and is forgotten when told so', async () => {
    await console.cases.hold(3);
    const before = await text('/queue?score=5&sort=score-down');
    expect(before).toContain('name="search" value="score=5&amp;sort=score-down"');
    const saved = await save({ label: ' Sure ones ', search: 'score=5&sort=score-down' });
    expect(saved.headers['location']).toBe('/queue?score=5&sort=score-down');
    const shown = await text('/queue?sort=score-down&score=5');
    expect(shown).toMatch(/score=5&amp;sort=score-down" data-key="8"[^>]*aria-current="page"/);
    expect(shown).toMatch(/Sure ones<\/span>\s*<b>3<\/b>/);
    expect(shown).not.toContain('name="search"');
    const [view] = (await views()) ?? [];
    const removed = await ann.post(`/queue/views/${view?.viewId}/remove`);
    expect(removed.headers['location']).toBe('/queue');
    expect(await views()).toEqual([]);
    expect((await ann.post(`/queue/views/${view?.viewId}/remove`)).status).toBe(404);
  });

  test('is replaced by another of its name', async () => {
    await save({ label: 'Mine', search: 'score=5' });
    await save({ label: 'MINE', search: 'score=6' });
    expect(await views()).toMatchObject([{ label: 'MINE', search: 'score=6', shared: false }]);
  });

  test('for the team stands beside everybody’s, and only its keeper removes it', async () => {
    await save({ label: 'Rings <b>', search: 'rule=x%2Fy', shared: 'on' });
    await save({ label: 'Private', search: 'score=5' });
    const aud = await console.signedIn('aud');
    const seen = await text('/queue?rule=x%2Fy', aud);
    expect(seen).toContain('Rings &lt;b&gt;');
    expect(seen).toContain('by ann');
    for (const hidden of ['Private', 'Of the past', 'Remove “']) expect(seen).not.toContain(hidden);
    const [view] = (await views()) ?? [];
    expect((await aud.post(`/queue/views/${view?.viewId}/remove`)).status).toBe(404);
    expect(await views()).toHaveLength(2);
  });

  test('outlives a change of settings', async () => {
    await save({ label: 'Mine', search: 'score=5' });
    await ann.post('/me/settings').type('form').send({ zone: 'UTC', theme: 'dark' });
    expect(await views()).toHaveLength(1);
  });

  test('keeps nothing the filter cannot ask', async () => {
    await save({ label: 'Odd', search: 'score=5&after=abc&__proto__=x&next=//evil.example' });
    expect(await views()).toMatchObject([{ search: 'score=5' }]);
  });

  test.each([
    ['without a name', { label: ' ', search: 'score=5' }],
    ['with a name of 41 letters', { label: 'x'.repeat(41), search: 'score=5' }],
    ['that asks nothing', { label: 'All', search: 'view=all&sort=due' }],
    ['without a filter', { label: 'All' }],
  ])('%s is not kept', async (_, form) => {
    expect((await save(form)).status).toBe(422);
    expect(await views()).toBeUndefined();
  });

  test('is one of twenty at most', async () => {
    for (let n = 1; n <= 20; n += 1)
      expect((await save({ label: `View ${n}`, search: `score=${n}` })).status).toBe(303);
    expect((await save({ label: 'View 21', search: 'score=21' })).status).toBe(422);
    expect(await views()).toHaveLength(20);
  });
});
