import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LAPSED } from '../../console/src/handlers/cases/here.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const MINUTE = 60_000;

let console: TestConsole;
let caseId: string;

beforeEach(async () => {
  console = await startTestConsole([
    person('aud', 'auditor'),
    person('ann', 'analyst'),
    person('bob', 'analyst'),
    person('lea', 'lead'),
  ]);
  const [first = ''] = await console.cases.hold(1);
  caseId = first;
});
afterEach(async () => console.close());

const post = async (browser: Browser, what: string, form: Record<string, string> = {}) =>
  browser.post(`/cases/${caseId}/${what}`).type('form').send(form);
const held = async () => console.cases.work.desk.find(caseId);
const until = async () => (await held())?.lease?.until ?? 0;

/** What the page of a case is told. */
async function here(browser: Browser, form: Record<string, string> = {}): Promise<unknown> {
  const { status, text } = await post(browser, 'here', form);
  expect(status).toBe(200);
  return JSON.parse(text);
}

/** Somebody decides the case, and its undo window closes. */
async function close(): Promise<void> {
  await console.cases.engine.decide({
    caseId,
    by: 'ann',
    commandId: 'first-decision',
    outcome: 'block',
    reason: 'REVIEWED_SAME_PERSON',
    label: 'fraud',
    scoreVisible: true,
  });
  console.clock.now += 10_000;
  await console.cases.engine.wake();
}

describe('a hold', () => {
  test('is made longer while its page is active, and only once it has run a while', async () => {
    const ann = await console.signedIn('ann');
    await post(ann, 'claim');
    const first = await until();
    console.clock.now += 2 * MINUTE;
    await here(ann, { leaseToken: '1' });
    expect(await until()).toBe(first);
    console.clock.now += 2 * MINUTE;
    const body = await here(ann, { leaseToken: '1' });
    expect(await until()).toBe(console.clock.now + 15 * MINUTE);
    const end = new Date(await until()).toISOString();
    expect(body).toEqual({ viewers: '', lease: { token: 1, until: end }, said: '' });
  });

  test('that has ended is said, and is not taken again by itself', async () => {
    const ann = await console.signedIn('ann');
    await post(ann, 'claim');
    console.clock.now += 15 * MINUTE;
    expect(await here(ann, { leaseToken: '1' })).toEqual({ viewers: '', said: LAPSED });
    expect(await here(ann, { leaseToken: '1', claim: '15' })).toMatchObject({
      lease: { token: 2 },
      said: '',
    });
  });

  test('is kept for an hour by its button, with the script and without', async () => {
    const ann = await console.signedIn('ann');
    await post(ann, 'claim', { claim: '60' });
    expect(await until()).toBe(console.clock.now + 60 * MINUTE);
    console.clock.now += MINUTE;
    await here(ann, { leaseToken: '1', claim: '60' });
    expect(await until()).toBe(console.clock.now + 60 * MINUTE);
    expect((await ann.get(`/cases/${caseId}`)).text).toContain('Keep it 1 h');
  });

  test('that somebody else has now is said, and stays theirs', async () => {
    const [ann, bob] = [await console.signedIn('ann'), await console.signedIn('bob')];
    await post(ann, 'claim');
    console.clock.now += 15 * MINUTE;
    await post(bob, 'claim');
    const said = 'bob has this case in hand now. What you typed is still here.';
    expect(await here(ann, { leaseToken: '1', claim: '15' })).toMatchObject({ said });
    expect((await held())?.lease?.by).toBe('bob');
  });

  test('of a case that somebody decided meanwhile is said', async () => {
    const ann = await console.signedIn('ann');
    await console.cases.engine.decide({
      caseId,
      by: 'bob',
      commandId: 'theirs',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      scoreVisible: true,
    });
    expect(await here(ann)).toMatchObject({
      said: 'bob decided this case meanwhile. What you typed is still here.',
    });
  });

  test('is not to be had by those who only read', async () => {
    const aud = await console.signedIn('aud');
    expect(await here(aud, { claim: '60' })).toEqual({ viewers: '', said: '' });
    expect(await held()).not.toHaveProperty('lease');
  });

  test('has a lock in the queue', async () => {
    const ann = await console.signedIn('ann');
    expect((await ann.get('/queue')).text).not.toContain('class="lock"');
    await post(ann, 'claim');
    expect((await ann.get('/queue')).text).toContain('class="lock"');
  });
});

describe('who else looks', () => {
  test('is shown on the page, and gone a minute after they left', async () => {
    const [ann, aud] = [await console.signedIn('ann'), await console.signedIn('aud')];
    expect((await aud.get(`/cases/${caseId}`)).text).toContain('nobody else');
    expect((await ann.get(`/cases/${caseId}`)).text).toContain('>aud<');
    expect(await here(aud)).toMatchObject({ viewers: 'ann' });
    console.clock.now += MINUTE - 1;
    expect(await here(aud)).toMatchObject({ viewers: 'ann' });
    console.clock.now += 1;
    expect(await here(aud)).toMatchObject({ viewers: '' });
  });
});

describe('a closed case', () => {
  test('is opened again by a lead, with a reason the timeline shows', async () => {
    await close();
    const lea = await console.signedIn('lea');
    expect((await lea.get(`/cases/${caseId}`)).text).toContain('Open it again');
    const form = { reason: 'customer_objects', note: 'They sent a picture.' };
    expect((await post(lea, 'reopen', form)).status).toBe(303);
    expect(await held()).toMatchObject({ state: 'open', revised: true });
    const { text } = await lea.get(`/cases/${caseId}`);
    for (const said of ['Opened again', 'the customer objects', 'They sent a picture.'])
      expect(text).toContain(said);
  });

  test('can be decided anew after that', async () => {
    await close();
    const lea = await console.signedIn('lea');
    await post(lea, 'reopen', { reason: 'was_wrong' });
    await console.cases.engine.decide({
      caseId,
      by: 'lea',
      commandId: 'second-decision',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      label: 'honest',
      scoreVisible: true,
    });
    console.clock.now += 10_000;
    await console.cases.engine.wake();
    expect(await held()).toMatchObject({ state: 'closed', outcome: 'release' });
  });

  test('is not offered to analysts', async () => {
    await close();
    const bob = await console.signedIn('bob');
    expect((await bob.get(`/cases/${caseId}`)).text).not.toContain('Open it again');
  });

  test.each([
    { note: 'without a reason', before: close, form: {}, status: 422 },
    { note: 'while open', before: async () => {}, form: { reason: 'other' }, status: 409 },
  ])('$note: $status', async ({ before, form, status }) => {
    await before();
    const lea = await console.signedIn('lea');
    const { status: answered, text } = await post(lea, 'reopen', { ...form, note: 'My words.' });
    expect(answered).toBe(status);
    if (status === 409) expect(text).toContain('My words.');
  });
});
