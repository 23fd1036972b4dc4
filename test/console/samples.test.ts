import type { Label } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signedBits } from '../../console/src/show/waterfall.ts';
import { person, startTestConsole, type TestConsole } from '../support/console.ts';
import { HELD_AT } from '../support/held-reward.ts';

const MONTH = new Date(HELD_AT).toISOString().slice(0, 7);

let console: TestConsole;
let cases: readonly string[];

beforeEach(async () => {
  console = await startTestConsole(
    [person('ann', 'analyst'), person('lea', 'lead'), person('kim', 'lead')],
    { sampleShare: 1 },
  );
  console.clock.now = HELD_AT;
  cases = await console.cases.hold(2);
});
afterEach(async () => console.close());

const at = (index: number): string => cases[index] ?? '';

/** Words of the model's and the first person's that a blind page must not have. */
const TELLING = [
  'posterior.',
  'evidence.',
  'waterfall',
  'noReturnBits',
  'collusion',
  'COLLUSION',
  'Words of the first',
  'ann<',
  'Block',
  'block<',
  'void',
];

/** Somebody decides a case, and its undo window closes. */
async function close(caseId: string, by: string, label: Label = 'fraud'): Promise<void> {
  await console.cases.engine.decide({
    caseId,
    by,
    commandId: `decide-${caseId}`,
    outcome: 'block',
    reason: 'REVIEWED_COLLUSION',
    label,
    scoreVisible: true,
    note: 'Words of the first.',
  });
  console.clock.now += 10_000;
  await console.cases.engine.wake();
}

async function look(by: string, caseId: string, label: Label) {
  const browser = await console.signedIn(by);
  const commandId = `second-look-${by}-${label}`;
  const form = { commandId, label, note: 'My words.' };
  return browser.post(`/samples/${caseId}`).type('form').send(form);
}

describe('the sample', () => {
  test('is of closed cases of the month, and says nothing of their decisions', async () => {
    await close(at(0), 'ann');
    const browser = await console.signedIn('lea');
    const { text } = await browser.get(`/samples?month=${MONTH}`);
    expect(text).toContain(`/samples/${at(0)}`);
    expect(text).not.toContain(at(1));
    expect(text).toContain('waits for you');
    for (const told of ['fraud', 'block', 'collusion']) expect(text).not.toContain(told);
    expect((await browser.get('/samples?month=2024-01')).text).not.toContain(at(0));
  });

  test.each([
    { note: 'an open case', path: () => `/samples/${at(1)}`, status: 404 },
    { note: 'a case nobody has', path: () => '/samples/nothing', status: 404 },
    { note: 'a month nobody has', path: () => '/samples?month=2025-13', status: 200 },
    { note: 'a cursor nobody gave', path: () => '/samples?after=x', status: 200 },
  ])('$note: $status', async ({ path, status }) => {
    expect((await (await console.signedIn('lea')).get(path())).status).toBe(status);
  });

  test('at no share has only what did not stand', async () => {
    const own = await startTestConsole([person('lea', 'lead')], {
      sampleShare: 0,
      cases: console.cases.work,
      now: () => HELD_AT,
    });
    await close(at(0), 'ann');
    const decided = { caseId: at(1), by: 'ann', at: console.clock.now } as const;
    const { desk } = console.cases.work;
    await console.cases.engine.decide({
      ...decided,
      commandId: 'regretted',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      scoreVisible: true,
    });
    await desk.act({ do: 'undo', ...decided, commandId: 'regretted' });
    await close(at(1), 'ann');
    const { text } = await (await own.signedIn('lea')).get(`/samples?month=${MONTH}`);
    expect(text).toContain(at(1));
    expect(text).not.toContain(at(0));
    await own.close();
  });
});

describe('a blind look', () => {
  test('is given nothing of the score, the evidence, the rules or the decision', async () => {
    await close(at(0), 'ann');
    const held = await console.cases.work.desk.find(at(0));
    const decision = await console.cases.work.ledger.decision(held?.decisionId ?? '');
    if (decision === undefined) throw new Error('expected a decision');
    const { text } = await (await console.signedIn('lea')).get(`/samples/${at(0)}`);
    expect(text).toContain('Device');
    expect(text).toContain('referee.accountAgeDays');
    const told = [
      decision.score.toFixed(1),
      ...decision.contributions.map(({ bits }) => signedBits(bits)),
      ...Object.values(decision.posterior).map((part) => `>${Math.round(part * 1000) / 10} %`),
      ...decision.reasons.map(({ code }) => code),
      ...decision.determiningRules,
      `/cases/${at(0)}`,
      ...TELLING,
    ];
    for (const each of told) expect(text, each).not.toContain(each);
    expect(text.match(/fraud/g)).toEqual(['fraud', 'fraud']);
  });

  test.each([
    { label: 'fraud', mark: 'You agree', list: 'you agree' },
    { label: 'honest', mark: 'You differ', list: 'you differ' },
  ] as const)('that says $label: $mark', async ({ label, mark, list }) => {
    await close(at(0), 'ann');
    expect((await look('lea', at(0), label)).status).toBe(303);
    const browser = await console.signedIn('lea');
    const { text } = await browser.get(`/samples/${at(0)}`);
    for (const said of [mark, 'ann', 'reviewed collusion', `/cases/${at(0)}`])
      expect(text).toContain(said);
    expect((await browser.get(`/samples?month=${MONTH}`)).text).toContain(list);
    const given = await console.cases.work.desk.conclusions(at(0));
    expect(given.at(-1)).toMatchObject({
      by: 'lea',
      label,
      scoreVisible: false,
      status: 'opinion',
    });
    expect(await console.cases.work.desk.find(at(0))).toMatchObject({ state: 'closed' });
  });

  test('stands once given', async () => {
    await close(at(0), 'ann');
    await look('lea', at(0), 'honest');
    expect((await look('lea', at(0), 'fraud')).status).toBe(303);
    const given = await console.cases.work.desk.conclusions(at(0));
    expect(given.map(({ label }) => label)).toEqual(['fraud', 'honest']);
  });

  test('stays blind for the next who looks', async () => {
    await close(at(0), 'ann');
    await look('lea', at(0), 'honest');
    const { text } = await (await console.signedIn('kim')).get(`/samples/${at(0)}`);
    expect(text).toContain('What was it?');
    expect(text).not.toContain('My words.');
    expect(text.match(/honest/g)).toEqual(['honest', 'honest']);
  });

  test('is not for whoever decided the case', async () => {
    await close(at(0), 'lea');
    expect((await look('lea', at(0), 'fraud')).status).toBe(409);
    const { text } = await (await console.signedIn('lea')).get(`/samples/${at(0)}`);
    expect(text).toContain('You decided this case');
  });

  test('without a label is asked again, with what was typed', async () => {
    await close(at(0), 'ann');
    const browser = await console.signedIn('lea');
    const form = { commandId: 'second-look-0001', note: 'My words.' };
    const { status, text } = await browser
      .post(`/samples/${at(0)}`)
      .type('form')
      .send(form);
    expect(status).toBe(422);
    expect(text).toContain('Choose what it was.');
    expect(text).toContain('My words.');
  });
});
