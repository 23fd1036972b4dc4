import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../packages/doubletake/src/engine/engine.ts';
import { testCases } from '../support/console-cases.ts';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';
import { told } from '../support/held-reward.ts';

let console: TestConsole;
let ann: Browser;
let cases: readonly string[];

const COMMAND = 'command-0123456789';
const ANSWER = { outcome: 'block', reason: 'REVIEWED_COLLUSION' };

beforeEach(async () => {
  console = await startTestConsole([person('ann', 'analyst'), person('bob', 'analyst')]);
  ann = await console.signedIn('ann');
  cases = await console.cases.hold(3);
});
afterEach(async () => console.close());

const desk = () => console.cases.work.desk;
const post = (path: string, form: object) => ann.post(path).type('form').send(form);
const decide = (form: object = {}) =>
  post('/bulk/decide', { case: cases, commandId: COMMAND, ...ANSWER, ...form });
const states = async (ids = cases) =>
  Promise.all(ids.map(async (id) => (await desk().find(id))?.state));
const leaseTo = (caseId: string, by: string) =>
  desk().act({ do: 'claim', caseId, by, at: console.clock.now });
const acts = async (caseId: string) =>
  (await console.cases.work.trail.entries({ subject: `case:${caseId}`, limit: 50 })).map(
    ({ action }) => action,
  );

test('of many, those that changed since they were previewed are not released', async () => {
  const { text } = await post('/bulk', { case: cases });
  const seen = [...text.matchAll(/name="seen" value="([^"]+)"/g)].map(([, value = '']) =>
    value.replaceAll('&#34;', '"'),
  );
  expect(seen).toHaveLength(3);
  const [first = '', ...rest] = seen;
  const before = [first.replace(/,\d+,/, ',1,'), ...rest];
  await decide({ outcome: 'release', reason: 'REVIEWED_GENUINE', seen: before });
  const left = (await states()).filter((state) => state === 'open');
  expect(left).toHaveLength(1);
  expect((await ann.get(`/bulk/${COMMAND}`)).text).toContain('This case changed while');
});

describe('the preview', () => {
  test('says what each case would answer and what they come to, and changes nothing', async () => {
    await leaseTo(cases[1] ?? '', 'bob');
    const { status, text } = await post('/bulk', { case: cases });
    expect(status).toBe(200);
    expect(text).toContain('Decide 3 cases at once');
    expect(text).toContain('2: would be decided');
    expect(text).toContain('1: Somebody else has this case in hand.');
    expect(text).not.toContain('of your');
    expect(text).toContain('€30.00');
    expect(await states()).toEqual(['open', 'open', 'open']);
  });

  test('leaves out by name what is unknown or not open any more, and counts without it', async () => {
    const bob = await console.signedIn('bob');
    const [first = '', second = '', third = ''] = cases;
    for (const caseId of [first, second])
      await bob
        .post(`/cases/${caseId}/decide`)
        .type('form')
        .send({ commandId: `${COMMAND}-${caseId}`, ...ANSWER, go: 'stay' });
    console.clock.now += 10_000;
    await desk().lapse(console.clock.now, 10);
    const { text } = await post('/bulk', { case: [...cases, 'nobody'] });
    expect(text).toContain('Decide 1 case<');
    expect(text).toContain('3 of your 4 are unknown or not open any more');
    expect(text).toContain(`href="/cases/${first}">${first}</a>: somebody else decided it<`);
    expect(text).toContain('nobody</code>: there is no such case<');
    const sent = [...text.matchAll(/name="case" value="([^"]+)"/gu)].map(([, caseId]) => caseId);
    expect(sent).toEqual([third]);
  });

  test('of nothing that is open leads back to the queue, which says how many', async () => {
    const answer = await post('/bulk', { case: ['nobody', 'no-one'] });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/queue']);
    expect((await ann.get('/queue')).text).toContain(
      '2 of your 2 are unknown or not open any more',
    );
  });

  test('without a selection leads back to the queue, which says so', async () => {
    const answer = await post('/bulk', {});
    expect([answer.status, answer.headers['location']]).toEqual([303, '/queue']);
    expect((await ann.get('/queue')).text).toContain('Nothing is selected');
  });

  test('takes a case once, however often it is ticked, and a hundred at most', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `case-${n}`);
    const { text } = await post('/bulk', { case: [cases[0], cases[0], ...many] });
    expect(text).toContain('Decide 1 case<');
    expect(text).toContain('99 of your 100 are unknown');
  });

  test('of a ring holds a case and all that waits and is linked to it', async () => {
    await console.cases.engine.recordMany(ring(['hub', 'new1'], 8));
    await console.cases.engine.recordMany(ring(['hub', 'new2'], 9));
    const opened = await console.cases.engine.wake();
    const [first] = opened.flatMap(({ action, decisionId }) =>
      action === 'review' ? [decisionId] : [],
    );
    const { text } = await ann.get(`/bulk?linked=${first}`);
    expect(text).toContain('Decide 2 cases at once');
    expect(text).toContain('hub → new1');
    expect(text).toContain('hub → new2');
  });
});

/** The same two steps as every held reward, for a pair of one's own choosing. */
function ring([referrer, referee]: readonly [string, string], n: number): readonly unknown[] {
  const text = JSON.stringify(told(n))
    .replaceAll(`"ann${n}"`, `"${referrer}"`)
    .replaceAll(`"bob${n}"`, `"${referee}"`);
  const events: unknown = JSON.parse(text);
  return Array.isArray(events) ? events : [];
}

describe('deciding many', () => {
  test('concludes each for itself with one reason and note, each with its own line in the audit trail', async () => {
    await leaseTo(cases[1] ?? '', 'bob');
    const answer = await decide({ note: 'One ring.' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/bulk/${COMMAND}`]);
    expect(await states()).toEqual(['pending', 'open', 'pending']);
    for (const caseId of [cases[0] ?? '', cases[2] ?? '']) {
      expect(await desk().find(caseId)).toMatchObject({
        conclusion: { by: 'ann', outcome: 'block', reason: 'REVIEWED_COLLUSION', label: 'fraud' },
      });
      const notes = await desk().notes({ kind: 'case', id: caseId });
      expect(notes.map(({ versions }) => versions.at(-1)?.text)).toEqual(['One ring.']);
      expect(await acts(caseId)).toContain('case.conclude');
    }
    expect(await acts(cases[1] ?? '')).not.toContain('case.conclude');
    const { text } = await ann.get(`/bulk/${COMMAND}`);
    expect(text).toContain('Blocked 2 of 3 cases');
    expect(text).toContain('2: decided, can be undone');
    expect(text).toContain('1: Somebody else has this case in hand.');
  });

  test('sent twice decides once', async () => {
    await decide();
    expect((await decide()).status).toBe(303);
    for (const caseId of cases) expect(await desk().conclusions(caseId)).toHaveLength(1);
    expect((await ann.get(`/bulk/${COMMAND}`)).text).toContain('Blocked 3 of 3 cases');
  });

  test.each([
    ['no outcome', { outcome: '' }, 'Choose: release or block.'],
    ['no reason', { reason: '' }, 'Choose a reason.'],
    ['a reason nobody knows', { reason: 'MADE_UP', label: 'fraud' }, 'not on the list'],
    ['a reason that only rules give', { reason: 'SHARED_DEVICE' }, 'not on the list'],
    ['a reason for the opposite', { reason: 'REVIEWED_GENUINE' }, 'speaks for the other decision'],
  ])('%s: the page again, with what was chosen, and nothing is decided', async (_, form, said) => {
    const { status, text } = await decide({ note: 'Kept.', ...form });
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(text).toContain('Kept.');
    expect(text.match(/name="case"/g)).toHaveLength(3);
    expect(await states()).toEqual(['open', 'open', 'open']);
  });

  test('more than twenty need their number typed', async () => {
    const many = [...cases, ...(await console.cases.hold(21))];
    expect(many).toHaveLength(21);
    for (const count of ['', '20', 'x']) {
      const { status, text } = await decide({ case: many, count });
      expect([status, text.includes('Type their number')]).toEqual([422, true]);
    }
    expect(await states()).toEqual(['open', 'open', 'open']);
    expect((await decide({ case: many, count: ' 21 ' })).status).toBe(303);
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
  });

  test('results keep their addresses, the last five of a session', async () => {
    const addresses = Array.from({ length: 6 }, (_, n) => `${COMMAND}-${n}`);
    for (const commandId of addresses) await decide({ commandId, case: [cases[0] ?? ''] });
    const found = async (commandId: string) => (await ann.get(`/bulk/${commandId}`)).status;
    expect(await Promise.all(addresses.map(found))).toEqual([404, 200, 200, 200, 200, 200]);
    expect((await ann.get(`/bulk/${addresses[1]}`)).text).toContain('Blocked 0 of 1 cases');
  });

  test('what nobody decided has no page, and what others decided neither', async () => {
    await decide();
    const bob = await console.signedIn('bob');
    expect((await ann.get('/bulk/another-command-id')).status).toBe(404);
    expect((await bob.get(`/bulk/${COMMAND}`)).status).toBe(404);
    expect((await bob.post(`/bulk/${COMMAND}/undo`).type('form').send({})).status).toBe(404);
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
  });
});

describe('taking many back', () => {
  test('one, then all that is left, while the window is open', async () => {
    await decide();
    expect((await ann.get('/queue')).text).toContain(`action="/bulk/${COMMAND}/undo"`);
    await post(`/bulk/${COMMAND}/undo`, { case: cases[1] ?? '' });
    expect(await states()).toEqual(['pending', 'open', 'pending']);
    const { text } = await ann.get(`/bulk/${COMMAND}`);
    expect(text).toContain('1 taken back');
    expect(text).toContain('2: decided, can be undone');
    await post(`/bulk/${COMMAND}/undo`, {});
    expect(await states()).toEqual(['open', 'open', 'open']);
  });

  test('after the window nothing goes back', async () => {
    await decide();
    console.clock.now += 10_000;
    await post(`/bulk/${COMMAND}/undo`, {});
    const { text } = await ann.get(`/bulk/${COMMAND}`);
    expect(text).toContain('Nothing was taken back: it is final');
    expect(text).not.toContain('Take all back');
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
  });
});

describe('a programme that asks for a second person from an amount on', () => {
  /** A console whose programmes ask for one from 20.00 on; one case of 20.00 and one of 19.99. */
  async function strict(): Promise<void> {
    await console.close();
    const { engine, work } = await testCases(() => console.clock.now);
    const { parts } = engine;
    const { policy } = parts;
    const programmes = new Map(
      [...policy.programmes].map(([id, each]) => [id, { ...each, secondPersonFrom: 2000 }]),
    );
    const deciding = createEngine({ ...parts, policy: { ...policy, programmes } });
    await engine.recordMany([...told(1, 2000), ...told(2, 1999)]);
    const decisions = await engine.wake();
    console = await startTestConsole([person('ann', 'analyst')], {
      cases: { ...work, engine: deciding },
    });
    cases = decisions
      .toSorted((a, b) => (a.rewardId < b.rewardId ? -1 : 1))
      .map(({ decisionId }) => decisionId);
    find = work.desk.find;
    ann = await console.signedIn('ann');
  }

  let find: TestConsole['cases']['work']['desk']['find'];

  test('releases nothing above it at once: those wait, as the page said before, and can be taken back', async () => {
    await strict();
    const { text } = await post('/bulk', { case: cases });
    expect(text).toContain('1: would be decided');
    expect(text).toContain('1: would await a second person');
    await decide({ outcome: 'release', reason: 'REVIEWED_GENUINE' });
    const now = async () => Promise.all(cases.map(async (id) => (await find(id))?.state));
    expect(await now()).toEqual(['awaiting_second', 'pending']);
    const result = await ann.get(`/bulk/${COMMAND}`);
    expect(result.text).toContain('1: awaits a second person');
    console.clock.now += 10_000;
    await post(`/bulk/${COMMAND}/undo`, {});
    expect(await now()).toEqual(['open', 'pending']);
  });
});
