import type { CaseCommand, ReviewCase } from '@doubletake/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person, startTestConsole, type Browser, type TestConsole } from '../support/console.ts';

const DAY = 86_400_000;
const PEOPLE = [
  person('aud', 'auditor'),
  person('ann', 'analyst'),
  person('bob', 'analyst'),
  person('lea', 'lead'),
  person('gone', 'analyst', { disabledAt: 1 }),
];

let console: TestConsole;
let caseId: string;

beforeEach(async () => {
  console = await startTestConsole(PEOPLE);
  const [first = ''] = await console.cases.hold(1);
  caseId = first;
});
afterEach(async () => console.close());

type Act = CaseCommand extends infer Each
  ? Each extends CaseCommand
    ? Omit<Each, 'caseId' | 'at'>
    : never
  : never;

async function act(wanted: Act): Promise<void> {
  const answer = await console.cases.work.desk.act({ ...wanted, caseId, at: console.clock.now });
  if (!answer.ok) throw new Error(answer.refusal);
}

const held = async (): Promise<ReviewCase | undefined> => console.cases.work.desk.find(caseId);

async function post(browser: Browser, action: string, form: object) {
  const { status, headers, text } = await browser
    .post(`/cases/${caseId}/${action}`)
    .type('form')
    .send(form);
  return { status, to: headers['location'], text };
}

interface Row {
  readonly action: string;
  /** What came before. */
  readonly given?: Act;
  readonly form: (leaseToken: number | undefined) => object;
  readonly to: 'queue' | 'case';
  readonly said: string;
  /** The case afterwards. */
  readonly after: (now: number) => object;
}

const lease = (by: string) => ({ do: 'claim', by }) as const;
const SNOOZED: Act = { do: 'snooze', by: 'bob', reason: 'other', until: Date.UTC(2026, 0, 30) };

const ROWS: readonly Row[] = [
  {
    action: 'claim',
    form: () => ({}),
    to: 'case',
    said: 'It is in your hands for 15 minutes.',
    after: (now) => ({ lease: { by: 'ann', token: 1, until: now + 900_000 } }),
  },
  {
    action: 'release',
    given: lease('ann'),
    form: (leaseToken) => ({ leaseToken }),
    to: 'queue',
    said: 'It is back in the queue.',
    after: () => ({ state: 'open', leases: 1 }),
  },
  {
    action: 'skip',
    given: lease('ann'),
    form: (leaseToken) => ({ reason: 'know_the_people', leaseToken }),
    to: 'queue',
    said: 'You skipped it',
    after: () => ({ state: 'open', skippedBy: ['ann'] }),
  },
  {
    action: 'escalate',
    form: () => ({ reason: 'ring_suspected', leaseToken: '' }),
    to: 'queue',
    said: 'It is escalated.',
    after: () => ({ state: 'escalated', escalation: { by: 'ann', reason: 'ring_suspected' } }),
  },
  {
    action: 'snooze',
    form: () => ({ reason: 'asked_customer', days: '3' }),
    to: 'queue',
    said: 'It comes back when its time is over.',
    after: (now) => ({
      state: 'snoozed',
      snooze: { reason: 'asked_customer', until: now + 3 * DAY },
    }),
  },
  {
    action: 'resume',
    given: SNOOZED,
    form: () => ({}),
    to: 'case',
    said: 'It is open again.',
    after: () => ({ state: 'open' }),
  },
  {
    action: 'hand-over',
    given: lease('ann'),
    form: (leaseToken) => ({ to: 'lea', leaseToken }),
    to: 'queue',
    said: 'lea gets it next.',
    after: () => ({ assignee: 'lea' }),
  },
];

describe.each(ROWS)('$action', ({ action, given, form, to, said, after }) => {
  const prepared = async () => {
    if (given !== undefined) await act(given);
    return form((await held())?.lease?.token);
  };

  test('is done, said, and stands in the audit trail', async () => {
    const fields = await prepared();
    const ann = await console.signedIn('ann');
    const answer = await post(ann, action, fields);
    expect([answer.status, answer.to]).toEqual([
      303,
      to === 'queue' ? '/queue' : `/cases/${caseId}`,
    ]);
    expect((await ann.get(answer.to ?? '')).text).toContain(said);
    expect(await held()).toMatchObject(after(console.clock.now));
    const trail = await console.cases.work.trail.entries({ subject: `case:${caseId}`, limit: 9 });
    expect(trail[0]).toMatchObject({
      actor: 'ann',
      action: `case.${action.replace('-', '_')}`,
    });
  });

  test('is refused to an auditor', async () => {
    const fields = await prepared();
    const before = await held();
    expect((await post(await console.signedIn('aud'), action, fields)).status).toBe(403);
    expect(await held()).toEqual(before);
  });
});

describe.each(ROWS.filter(({ action }) => action !== 'resume'))(
  '$action, with the case in other hands',
  ({ action, form }) => {
    test.each([
      ['without a lease', undefined],
      ['under a lease that is somebody else’s', 1],
    ] as const)('is refused %s, and says who has it', async (_, token) => {
      await act(lease('bob'));
      const before = await held();
      const fields = Object.entries(form(token)).filter(([, value]) => value !== undefined);
      const needsOne = action === 'release' && token === undefined;
      const answer = await post(await console.signedIn('ann'), action, Object.fromEntries(fields));
      expect(answer.status).toBe(needsOne ? 422 : 409);
      if (!needsOne) expect(answer.text).toContain('bob');
      expect(await held()).toEqual(before);
    });
  },
);

describe('a lead', () => {
  test('takes a case over, with a reason, and the lease that was is worth nothing', async () => {
    await act(lease('bob'));
    const lea = await console.signedIn('lea');
    expect((await post(lea, 'take-over', { reason: 'nothing' })).status).toBe(422);
    expect((await post(lea, 'take-over', { reason: 'absent' })).status).toBe(303);
    expect(await held()).toMatchObject({ lease: { by: 'lea', token: 2 } });
    const bob = await console.signedIn('bob');
    expect((await post(bob, 'skip', { reason: 'other', leaseToken: 1 })).status).toBe(409);
  });

  test.each(['ann', 'aud'])('is what %s is not', async (name) => {
    await act(lease('bob'));
    const browser = await console.signedIn(name);
    expect((await post(browser, 'take-over', { reason: 'absent' })).status).toBe(403);
    expect(await held()).toMatchObject({ lease: { by: 'bob' } });
  });
});

describe('what makes no sense is refused, and nothing happens', () => {
  test.each([
    ['a reason that is not on the list', 'skip', { reason: 'bored' }],
    ['an escalation without a reason', 'escalate', {}],
    ['a snooze without an end', 'snooze', { reason: 'other' }],
    ['a snooze that ends after a month', 'snooze', { reason: 'other', days: '31' }],
    ['a snooze of no day', 'snooze', { reason: 'other', days: '0' }],
    ['a colleague there is not', 'hand-over', { to: 'nobody' }],
    ['a colleague who only reads', 'hand-over', { to: 'aud' }],
    ['a colleague who has left', 'hand-over', { to: 'gone' }],
    ['a note without words', 'notes', { commandId: 'note-0123456789abcd', note: ' ' }],
    [
      'a note of 4001 letters',
      'notes',
      { commandId: 'note-0123456789abcd', note: 'x'.repeat(4001) },
    ],
  ])('%s', async (_, action, form) => {
    const before = await held();
    expect((await post(await console.signedIn('ann'), action, form)).status).toBe(422);
    expect(await held()).toEqual(before);
    expect(await console.cases.work.desk.notes({ kind: 'case', id: caseId })).toEqual([]);
  });

  test('a case that is not snoozed does not wake', async () => {
    expect((await post(await console.signedIn('ann'), 'resume', {})).status).toBe(409);
  });

  test('a case there is not is not found', async () => {
    caseId = 'nothing';
    const ann = await console.signedIn('ann');
    for (const action of ['claim', 'resume', 'notes'])
      expect(
        (await post(ann, action, { commandId: 'note-0123456789abcd', note: 'Hm.' })).status,
      ).toBe(404);
  });
});

describe('a note', () => {
  const FORM = { commandId: 'note-0123456789abcd', note: 'They called <b>twice</b>.' };

  test('is kept once however often it is sent, whoever has the case, and shown to all as it was written', async () => {
    await act(lease('bob'));
    const ann = await console.signedIn('ann');
    for (const status of [303, 303]) expect((await post(ann, 'notes', FORM)).status).toBe(status);
    const { text } = await (await console.signedIn('aud')).get(`/cases/${caseId}`);
    expect(text.match(/They called &lt;b&gt;twice&lt;\/b&gt;\./g)).toHaveLength(1);
  });

  test('under the id of another note is refused: 409', async () => {
    await post(await console.signedIn('bob'), 'notes', FORM);
    expect((await post(await console.signedIn('ann'), 'notes', FORM)).status).toBe(409);
  });

  test('is not an auditor’s to write', async () => {
    expect((await post(await console.signedIn('aud'), 'notes', FORM)).status).toBe(403);
    expect(await console.cases.work.desk.notes({ kind: 'case', id: caseId })).toEqual([]);
  });
});

describe('who escalated a case, and why', () => {
  test('stands on its row, on its page, and in a view of its own', async () => {
    await act({ do: 'escalate', by: 'bob', reason: 'unclear_terms' });
    const ann = await console.signedIn('ann');
    for (const path of ['/queue', '/queue?view=escalated', `/cases/${caseId}`])
      expect((await ann.get(path)).text, path).toContain('bob: the terms are unclear');
  });

  test('is the clock when nobody answered in time', async () => {
    console.clock.now += 3 * DAY;
    await console.cases.engine.wake();
    const { text } = await (await console.signedIn('ann')).get('/queue?view=escalated');
    expect(text).toContain('doubletake: it is overdue');
  });
});
