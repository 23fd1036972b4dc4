import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, HELD_AT } from '../support/held-reward.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

let console: TestConsole;
let lead: Browser;
let analyst: Browser;

beforeAll(async () => {
  console = await startTestConsole([
    person('ann', 'analyst'),
    person('lea', 'lead', {
      settings: { zone: 'Europe/Berlin', theme: 'system', shortcuts: true },
    }),
  ]);
  console.clock.now = HELD_AT + 1000;
  lead = await console.signedIn('lea');
  analyst = await console.signedIn('ann');
});
afterAll(async () => console.close());

const textOf = async (browser: Browser, path = '/statistics') => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
};

const day = (days: number) => new Date(HELD_AT + days * DAY).toISOString().slice(0, 10);

describe('statistics', () => {
  test('say so when there is nothing yet, and never that something is no number', async () => {
    const text = await textOf(lead);
    for (const said of [
      'No case opened or closed in these days',
      'Nothing waits for anybody',
      'No labels yet in these days',
      'agreement is unknown',
      'Nobody concluded anything',
      'Time to decision unknown',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('count what opened, was concluded, undone and looked at twice', async () => {
    const cases = await console.cases.hold(4);
    expect(cases).toHaveLength(4);
    const { desk } = console.cases.work;
    const decide = (nth: number, label: 'fraud' | 'honest') =>
      desk.act({
        do: 'conclude',
        caseId: cases[nth] ?? '',
        by: 'ann',
        at: console.clock.now,
        commandId: `c${nth}`,
        outcome: label === 'fraud' ? 'block' : 'release',
        reason: 'REVIEWED_GENUINE',
        label,
        scoreVisible: true,
      });
    for (const [nth, label] of (['fraud', 'fraud', 'honest', 'fraud'] as const).entries())
      await decide(nth, label);
    await desk.act({
      do: 'undo',
      caseId: cases[3] ?? '',
      by: 'ann',
      at: console.clock.now,
      commandId: 'c3',
    });
    for (const [nth, label] of (['fraud', 'honest'] as const).entries())
      await desk.act({
        do: 'opine',
        caseId: cases[nth] ?? '',
        by: 'lea',
        at: console.clock.now + 500,
        commandId: `o${nth}`,
        label,
        scoreVisible: false,
      });
    console.clock.now += 60_000;
    await console.cases.engine.wake();
    const text = await textOf(lead);
    expect(text).toContain('Waiting now 1 whenever');
    expect(text).toContain('Opened 4 in these days');
    expect(text).toContain('4 cases opened and 3 closed in 30 days');
    expect(text).toMatch(/Undone taken back by whoever decided 25 % 1 of 4/);
    // 3 seen labels and 2 blind ones on the rules that held: fraud 2 of 3, and 1 of 2.
    expect(text).toMatch(
      /four-controls\/\S+ 3 fraud, 2 honest 60 % 3 of 5 with 95 % confidence 23 to 88 % 50 % 1 of 2/,
    );
    expect(text).toContain('67 % 2 of 3');
    expect(text).toContain('2 in all');
    expect(text).toMatch(/ann 4 1 3 1 0 0/);
    expect(text).toMatch(/lea 0 0 0 0 0 2/);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('counts of persons are for leads', async () => {
    expect(await textOf(analyst)).not.toContain('Who concluded what');
    expect(await textOf(lead)).toContain('Who concluded what');
  });

  test('the address chooses the days, where the reader is', async () => {
    const before = await textOf(lead, `/statistics?from=${day(-9)}&to=${day(-1)}`);
    expect(before).toContain('No case opened or closed in these days');
    expect(before).toContain('Europe/Berlin');
    expect(await textOf(lead, `/statistics?from=${day(0)}&to=${day(0)}`)).toContain(
      '4 cases opened',
    );
  });

  test.each(['from=2026-02-30&to=2026-03-01', 'from=2026-03-02&to=2026-03-01', 'from=%3Cb%3E'])(
    'an address that makes no sense is told, and the usual days shown: %s',
    async (query) => {
      const text = await textOf(lead, `/statistics?${query}`);
      expect(text).toContain('Shown are the usual days');
    },
  );
});
