import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const DAY = 86_400_000;
const COMMAND = 'command-0123456789';
const RELEASE = { outcome: 'release', reason: 'REVIEWED_GENUINE', go: 'stay' };

let console: TestConsole;
let ann: Browser;
let cases: readonly string[];
let caseId: string;

beforeEach(async () => {
  console = await startTestConsole([person('ann', 'analyst')]);
  ann = await console.signedIn('ann');
  cases = await console.cases.hold(3);
  caseId = cases[0] ?? '';
});
afterEach(async () => console.close());

const BLOCK = { outcome: 'block', reason: 'REVIEWED_SAME_PERSON' };

const decide = (form: object, id = caseId) =>
  ann
    .post(`/cases/${id}/decide`)
    .type('form')
    .send({ commandId: COMMAND, ...RELEASE, ...form });
const held = async (id = caseId) => console.cases.work.desk.find(id);
const dayAfter = (days: number): string =>
  new Date(console.clock.now + days * DAY).toISOString().slice(0, 10);

test.each([
  ['a block', { outcome: 'block', reason: 'REVIEWED_GENUINE' }],
  ['a release', { outcome: 'release', reason: 'REVIEWED_COLLUSION' }],
])('%s by a reason for the opposite is asked about, whatever the label', async (_, form) => {
  const said = 'That reason speaks for the other decision.';
  for (const label of ['', 'fraud']) {
    const { status, text } = await decide({ ...form, label, note: 'Kept.' });
    expect(status).toBe(422);
    for (const each of [said, 'Kept.']) expect(text).toContain(each);
  }
  expect((await held())?.state).toBe('open');
});

test('a release from a page that shows what the case was before is not sent; a block is', async () => {
  const { decisionId = '', amount } = (await held()) ?? {};
  const page = (await ann.get(`/cases/${caseId}`)).text;
  const shown = JSON.stringify([caseId, decisionId, amount?.minor, amount?.currency]);
  expect(page).toContain(`name="seen" value="${shown.replaceAll('"', '&#34;')}"`);
  const before = JSON.stringify([caseId, decisionId, 1, amount?.currency]);
  const { status, text } = await decide({ seen: before });
  expect(status).toBe(409);
  expect(text).toContain('This case changed while you looked at it');
  expect((await held())?.state).toBe('open');
  expect((await decide({ ...BLOCK, seen: before })).status).toBe(303);
  const [, other = ''] = cases;
  const fresh = (await held(other)) ?? expect.unreachable();
  const seen = JSON.stringify([other, fresh.decisionId, fresh.amount.minor, fresh.amount.currency]);
  expect((await decide({ seen, commandId: `${COMMAND}-2` }, other)).status).toBe(303);
  expect((await held(other))?.state).toBe('pending');
});

describe('an exception for the pair', () => {
  test('goes with a release until the end of its last day, and is shown on the case', async () => {
    const until = dayAfter(30);
    const said = 'A second person has to approve it, whatever the amount.';
    expect((await ann.get(`/cases/${caseId}`)).text).toContain(said);
    const form = { exceptionReason: 'one household', exceptionUntil: until };
    expect((await decide(form)).status).toBe(303);
    const allowance = { reason: 'one household', expiresAt: Date.parse(until) + DAY };
    expect(await held()).toMatchObject({
      state: 'awaiting_second',
      conclusion: { by: 'ann', allowance },
    });
    expect((await ann.get(`/cases/${caseId}`)).text).toContain('one household');
    const { desk } = console.cases.work;
    const { now: at } = console.clock;
    await desk.act({ do: 'approve', caseId, by: 'kim', at, commandId: COMMAND });
    console.clock.now += 11_000;
    await console.cases.engine.wake();
    const rewardId = (await held())?.rewardId ?? '';
    const record = await console.cases.work.ledger.read(rewardId, console.clock.now);
    expect(record?.allowance).toMatchObject({ owner: 'ann', ...allowance });
  });

  test('may end today', async () => {
    const form = { exceptionReason: 'one household', exceptionUntil: dayAfter(0) };
    expect((await decide(form)).status).toBe(303);
  });

  const why = { exceptionReason: 'one household' };
  test.each([
    ['with a block', { ...why, ...BLOCK, exceptionUntil: 30 }, 'Only a release'],
    ['without a reason', { exceptionUntil: 30 }, 'Say why they are an exception.'],
    ['without an end', why, 'Say until which day.'],
    [
      'with an end that is no day',
      { ...why, exceptionUntil: '2026-02-31' },
      'Say until which day.',
    ],
    ['with an end in the past', { ...why, exceptionUntil: -1 }, 'That day has passed.'],
    ['with an end beyond a year', { ...why, exceptionUntil: 367 }, 'A year is the longest.'],
    [
      'with a reason of 201 letters',
      { exceptionReason: 'x'.repeat(201), exceptionUntil: 30 },
      'too long',
    ],
  ])('%s: the form again, with what was typed', async (_, form, said) => {
    const { exceptionUntil: end } = { exceptionUntil: undefined, ...form };
    const until = typeof end === 'number' ? { exceptionUntil: dayAfter(end) } : {};
    const { status, text } = await decide({ ...form, ...until, note: 'Kept.' });
    expect(status).toBe(422);
    for (const each of [said, 'Kept.', 'class="exception" open']) expect(text).toContain(each);
    expect((await held())?.state).toBe('open');
  });
});

describe('around a case', () => {
  test('are the cases linked to it, and what similar ones became', async () => {
    const alone = (await ann.get(`/cases/${caseId}`)).text;
    expect(alone).toContain('No other case of this order or these people.');
    expect(alone).toContain('People released <b class="good">0</b>');
    expect(alone).not.toContain('/bulk?linked=');
    await decide({}, cases[1]);
    console.clock.now += 11_000;
    await console.cases.engine.wake();
    const { text } = await ann.get(`/cases/${caseId}`);
    expect(text).toContain('People released <b class="good">1</b>');
    expect(text).toContain(`href="/cases/${cases[1]}"`);
  });
});

const next = async (): Promise<string | undefined> => {
  const { headers } = await ann.post('/queue/next').type('form').send({});
  return headers['location'];
};

test('the next case is one in one’s own hands when nobody’s is left, and then the queue', async () => {
  for (const id of cases)
    await console.cases.work.desk.act({
      do: 'claim',
      caseId: id,
      by: 'ann',
      at: console.clock.now,
    });
  const { headers } = await decide({ go: 'next' });
  const others = cases.slice(1);
  expect(others.map((id) => `/cases/${id}`)).toContain(headers['location']);
  expect((await ann.get(headers['location'] ?? '')).text).toContain('This one is in your hands.');
  expect(await next()).toBe(headers['location']);
  for (const id of others) await decide({ commandId: `${COMMAND}${id}` }, id);
  expect(await next()).toBe('/queue');
  expect((await ann.get('/queue')).text).toContain('That was the last one.');
});
