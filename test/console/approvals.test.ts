import type { CaseCommand, Conclude, ReviewCase } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type TestConsole } from '../support/console.ts';

const PEOPLE = [
  person('aud', 'auditor'),
  person('ann', 'analyst'),
  person('bob', 'analyst'),
  person('lea', 'lead'),
  person('ada', 'admin'),
];

let console: TestConsole;
let caseId: string;

beforeEach(async () => {
  console = await startTestConsole(PEOPLE);
  const [first = ''] = await console.cases.hold(1);
  caseId = first;
});
afterEach(async () => console.close());

const COMMAND = 'first-command-0001';

/** Somebody decides, by terms that ask for a second person. */
async function decidedBy(by: string, more: Partial<Conclude> = {}): Promise<void> {
  await act({
    do: 'conclude',
    caseId,
    by,
    at: console.clock.now,
    commandId: COMMAND,
    outcome: 'block',
    reason: 'REVIEWED_SAME_PERSON',
    label: 'fraud',
    scoreVisible: true,
    note: 'Same handwriting.',
    secondPersonFrom: 1,
    ...more,
  });
}

async function act(command: CaseCommand): Promise<void> {
  const answer = await console.cases.work.desk.act(command);
  if (!answer.ok) throw new Error(answer.refusal);
}

const held = async (): Promise<ReviewCase | undefined> => console.cases.work.desk.find(caseId);

/** Whether somebody is offered to withdraw it, and what comes of trying. */
async function withdraw(by: string): Promise<readonly [boolean, number]> {
  const browser = await console.signedIn(by);
  const { text } = await browser.get(`/cases/${caseId}`);
  const undo = browser.post(`/cases/${caseId}/undo`).type('form').send({ commandId: COMMAND });
  return [text.includes('Withdraw it'), (await undo).status];
}

async function send(by: string, form: Record<string, string>) {
  const browser = await console.signedIn(by);
  const sent = { commandId: COMMAND, ...form };
  return browser.post(`/cases/${caseId}/approval`).type('form').send(sent);
}

describe('a decision above the limit', () => {
  test('waits, and is shown with who, why and on what evidence', async () => {
    await decidedBy('ann', {
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      allowance: { reason: 'family', expiresAt: console.clock.now + 86_400_000 },
    });
    const lead = await console.signedIn('lea');
    for (const path of ['/approvals', `/cases/${caseId}`]) {
      const { status, text } = await lead.get(path);
      expect(status).toBe(200);
      for (const said of ['ann', 'release', 'reviewed genuine', 'Same handwriting.', 'family'])
        expect(text, path).toContain(said);
      expect(text).toContain(`action="/cases/${caseId}/approval"`);
    }
    expect((await lead.get('/approvals')).text).toContain('Device');
  });

  const APPROVE = { verdict: 'approve' };
  const BACK = { verdict: 'send_back', reason: 'look_again' };
  test.each([
    { by: 'aud', form: APPROVE, status: 403, state: 'awaiting_second' },
    { by: 'ann', form: APPROVE, status: 403, state: 'awaiting_second' },
    { by: 'bob', form: BACK, status: 403, state: 'awaiting_second' },
    { by: 'lea', form: APPROVE, status: 303, state: 'pending' },
    { by: 'ada', form: APPROVE, status: 303, state: 'pending' },
    { by: 'lea', form: BACK, status: 303, state: 'open' },
    { by: 'lea', form: { verdict: 'send_back' }, status: 422, state: 'awaiting_second' },
    { by: 'lea', form: {}, status: 422, state: 'awaiting_second' },
    {
      by: 'lea',
      form: { ...APPROVE, commandId: 'another' },
      status: 409,
      state: 'awaiting_second',
    },
  ])('$by answers $form: $status, $state', async ({ by, form, status, state }) => {
    await decidedBy('ann');
    expect((await send(by, form)).status).toBe(status);
    expect((await held())?.state).toBe(state);
  });

  test.each([
    { note: 'approved', form: APPROVE },
    { note: 'sent back', form: BACK },
  ])('of a lead is not $note by the same lead, who is told why', async ({ form }) => {
    await decidedBy('lea');
    const browser = await console.signedIn('lea');
    const list = (await browser.get('/approvals')).text;
    expect(list).toContain('a second, different person must approve it');
    expect(list).not.toContain(`action="/cases/${caseId}/approval"`);
    const { status, text } = await send('lea', { ...form, note: 'My words.' });
    expect(status).toBe(409);
    expect(text).toContain('A second, different person must approve this.');
    expect(text).toContain('My words.');
    expect((await held())?.state).toBe('awaiting_second');
  });

  test('keeps what was typed when the form says too little', async () => {
    await decidedBy('ann');
    const { text } = await send('lea', { verdict: 'send_back', note: 'The order is open.' });
    expect(text).toContain('Say why it goes back.');
    expect(text).toContain('The order is open.');
  });

  test('sent back tells the first person why, in the case', async () => {
    await decidedBy('ann');
    await send('lea', { ...BACK, note: 'The order is open.' });
    const { text } = await (await console.signedIn('ann')).get(`/cases/${caseId}`);
    for (const said of ['Decision sent back', 'look again, please', 'The order is open.'])
      expect(text).toContain(said);
  });

  test('approved can be undone for ten seconds, then it is final', async () => {
    await decidedBy('ann');
    const lead = await console.signedIn('lea');
    const approve = () =>
      lead
        .post(`/cases/${caseId}/approval`)
        .type('form')
        .send({ commandId: COMMAND, ...APPROVE });
    await approve();
    expect((await lead.get('/approvals')).text).toContain('Approved: block');
    const undo = () => lead.post(`/cases/${caseId}/undo`).type('form').send({ commandId: COMMAND });
    expect((await undo()).status).toBe(303);
    expect((await held())?.state).toBe('awaiting_second');
    await approve();
    console.clock.now += 10_000;
    const { status, text } = await undo();
    expect(status).toBe(409);
    expect(text).toContain('Too late to take it back');
    expect(text).not.toContain('Somebody was faster');
    await console.cases.engine.wake();
    expect(await held()).toMatchObject({ state: 'closed', outcome: 'block' });
  });

  test('can be withdrawn by whoever made it, and by nobody else', async () => {
    await decidedBy('ann');
    expect(await withdraw('bob')).toEqual([false, 409]);
    expect(await withdraw('ann')).toEqual([true, 303]);
    expect((await held())?.state).toBe('open');
  });
});

test('a cursor that is none of ours leads to the first page', async () => {
  const browser = await console.signedIn('lea');
  const { status, headers } = await browser.get('/approvals?after=nonsense');
  expect([status, headers['location']]).toEqual([303, '/approvals']);
});
