import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HELD_AT } from '../support/held-reward.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

let console: TestConsole;
let browser: Browser;

beforeAll(async () => {
  console = await startTestConsole([person('ann', 'analyst')]);
  console.clock.now = HELD_AT + 1000;
  browser = await console.signedIn('ann');
});
afterAll(async () => console.close());

const textOf = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
};

describe('rules', () => {
  test('are all listed, with where they are from and how they are tested', async () => {
    const text = await textOf('/rules');
    const { book } = console.cases.work.policy;
    for (const { rule } of book.rules) expect(text).toContain(rule.name);
    expect(text).toContain(`Version ${book.version}`);
    expect(text).toMatch(/final block live 0 unknown \d+ pairs/);
    expect(text).toContain('What every programme promises');
    expect(text).not.toMatch(/NaN|undefined/);
  });

  test('count how often they decided, and say what labels make of that', async () => {
    const [caseId = ''] = await console.cases.hold(2);
    const { desk } = console.cases.work;
    const held = await desk.find(caseId);
    const [rule = ''] = held?.rules ?? [];
    expect(await textOf(`/rules/${rule}`)).toMatch(/Held 2 .* No labels yet/);
    await desk.act({
      do: 'opine',
      caseId,
      by: 'ann',
      at: console.clock.now,
      commandId: 'o1',
      label: 'fraud',
      scoreVisible: false,
    });
    const text = await textOf(`/rules/${rule}`);
    expect(text).toMatch(
      /1 fraud .*Score hidden \S.* 100 % 1 of 1 with 95 % confidence 21 to 100 %/,
    );
    expect(text).toMatch(/Score in view [^%]* unknown/);
    const [pack, name] = rule.split('/');
    expect(await textOf('/rules')).toMatch(new RegExp(`${name} .* hold live 2 100 % 1 of 1`));
    expect(pack).toBe('four-controls');
  });

  test('show their conditions in words, their JSON, and both wordings of the reason', async () => {
    const text = await textOf('/rules/terms/inside-hold-window');
    for (const said of [
      'All of these hold',
      'now is less than reward.payableAt',
      'reward.paid is no',
      'the reward waits until reward.payableAt',
      'Analysts read',
      'Customers read',
      '&#34;operator&#34;: &#34;lessThan&#34;',
      'packs/terms/inside-hold-window.test.json',
    ])
      expect(text).toContain(said);
    expect(await textOf('/rules/four-controls/shared-payment-instrument')).toContain(
      'Accepted risk',
    );
  });

  test.each(['/rules/terms/nothing', '/rules/__proto__/x', '/rules/terms/%3Cb%3E'])(
    'that nobody wrote are not there: %s',
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
    },
  );
});
