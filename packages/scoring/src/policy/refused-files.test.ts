import { expect, it, test } from 'vitest';
import { EXPERT_MODEL_JSON } from '../../../../test/support/expert-model.ts';
import { parseModel } from '../model/parse-model.ts';
import { parseProgramme } from './parse-programme.ts';
import { parseReasons } from './parse-reasons.ts';
import type { ParsedPolicy, PolicyProblem } from './problem.ts';

interface Refused {
  readonly note: string;
  readonly parsed: ParsedPolicy<unknown>;
}

const programme = (json: unknown): ParsedPolicy<unknown> => parseProgramme(json, 'friends.json');
const friends = { programme: 'friends', name: 'Friends', description: 'Both get a credit.' };

const reasons = (json: unknown): ParsedPolicy<unknown> => parseReasons(json, 'reasons.json');
const text = { analyst: 'two accounts, one card', customer: 'This reward cannot be paid.' };
const FRAUD = { ...text, review: { outcome: 'block', label: 'fraud' } };
const FINE = { ...text, review: { outcome: 'release', label: 'honest' } };

const stories = (share: number, more: object = {}): object => ({
  unrelated: share,
  household: share,
  assisted: share,
  self: share,
  ring: share,
  ...more,
});
const level = (more: object = {}): object => ({
  level: 'exact',
  shares: stories(0.1),
  typical: 0.001,
  alpha: 100,
  ...more,
});
const identity = (...levels: readonly object[]): object => ({
  kind: 'identity',
  signal: 'email',
  group: 'email',
  capBits: 8,
  levels,
});
const table = (rows: object): object => ({
  kind: 'table',
  signal: 'voip',
  group: 'phone',
  capBits: 4,
  table: rows,
});
const model = (more: object = {}): ParsedPolicy<unknown> =>
  parseModel(
    {
      version: 'test',
      prior: stories(0.2),
      clamp: { from: 0.001, to: 0.999 },
      signals: [identity(level())],
      ...more,
    },
    'model.json',
  );

const REFUSED: readonly Refused[] = [
  { note: 'a programme that is a list', parsed: programme([]) },
  { note: 'a programme without anything', parsed: programme({}) },
  {
    note: 'a programme with everything wrong at once',
    parsed: programme({
      ...friends,
      payoutHoldDay: 7,
      clawbackDays: -1,
      observe: 'yes',
      caps: { per30days: 5, lifetime: 1.5 },
      household: 'forbidden',
      failMode: 'releas',
    }),
  },
  { note: 'caps that are a number', parsed: programme({ ...friends, caps: 5 }) },
  { note: 'a setting that is null', parsed: programme({ ...friends, caps: null }) },
  { note: 'reasons that are a list', parsed: reasons([text]) },
  {
    note: 'reasons with everything wrong at once',
    parsed: reasons({
      sharedCard: text,
      SHARED_CARD: { analyst: text.analyst },
      SHARED_DEVICE: { ...text, custmer: '' },
      EMPTY: { ...text, customer: '' },
      REVIEWED_FINE: { ...text, review: { outcome: 'relase', label: 'Honest' } },
      REVIEWED_NOT: { ...text, review: { outcom: 'block', label: 'hold' } },
      REVIEWED_ODD: { ...text, review: 'block' },
    }),
  },
  { note: 'no reason to release by', parsed: reasons({ REVIEWED_FRAUD: FRAUD }) },
  { note: 'no reason of people', parsed: reasons({ SHARED_CARD: text }) },
  { note: 'a code from the prototype', parsed: reasons(JSON.parse('{"__proto__": {}}')) },
  { note: 'a model that is a text', parsed: parseModel('weights', 'model.json') },
  { note: 'a model without signals', parsed: model({ signals: undefined }) },
  { note: 'a kind nobody knows', parsed: model({ signals: [{ ...level(), kind: 'tabel' }] }) },
  {
    note: 'a signal of one kind with the weights of another',
    parsed: model({ signals: [{ ...identity(), kind: 'table' }] }),
  },
  {
    note: 'shares beyond one, missing and misspelt',
    parsed: model({
      signals: [identity(level({ shares: { unrelated: 2, houshold: 0.1, self: '0.1', ring: 0 } }))],
    }),
  },
  {
    note: 'bounds beyond reason',
    parsed: model({ clamp: { from: 0, to: 1 }, signals: [{ ...identity(), capBits: 99 }] }),
  },
  { note: 'a prior that does not add up', parsed: model({ prior: stories(0.3) }) },
  {
    note: 'a prior that rules a story out',
    parsed: model({ prior: stories(0.25, { ring: 0 }) }),
  },
  { note: 'a signal twice', parsed: model({ signals: [identity(level()), identity(level())] }) },
  { note: 'a level twice', parsed: model({ signals: [identity(level(), level())] }) },
  {
    note: 'shared more by strangers than by one person',
    parsed: model({ signals: [identity(level({ shares: stories(0.1, { unrelated: 0.2 }) }))] }),
  },
  {
    note: 'shared always, and never by chance',
    parsed: model({ signals: [identity(level({ shares: stories(1), typical: 0 }))] }),
  },
  {
    note: 'a table that leaves nothing for the rest, and one row that cannot be',
    parsed: model({
      signals: [table({ yes: stories(0.5, { self: 1 }), no: stories(0.5, { ring: 0 }) })],
    }),
  },
];

const problemsOf = (parsed: ParsedPolicy<unknown>): readonly PolicyProblem[] =>
  parsed.ok ? [] : parsed.problems;

test('every refused file says all that is wrong with it, and where', async () => {
  const told = REFUSED.map(({ note, parsed }) =>
    [
      `# ${note}`,
      ...problemsOf(parsed).map(
        ({ at, code, message }) =>
          `${at.file}${at.path === '' ? '' : `#${at.path}`}: ${code}: ${message}`,
      ),
    ].join('\n'),
  );
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('./golden/refused-files.txt');
});

it.each(REFUSED)('refused: $note', ({ parsed }) => {
  expect(parsed.ok).toBe(false);
  for (const { message } of problemsOf(parsed)) expect(message).toMatch(/^[a-z`].*[^.]$/u);
});

test('what a programme leaves out has its documented default', () => {
  expect(programme(friends)).toEqual({
    ok: true,
    value: {
      ...friends,
      pack: 'evidence',
      observe: false,
      payoutHoldDays: 7,
      clawbackDays: 60,
      caps: {},
      household: 'allowed',
      reviewHours: 48,
      failMode: 'hold',
    },
  });
});

test('what a programme states stands', () => {
  const stated = {
    ...friends,
    pack: 'four-controls',
    observe: true,
    payoutHoldDays: 0,
    clawbackDays: 90,
    caps: { per30Days: 5, firstMonth: 0, lifetime: 100 },
    household: 'ineligible',
    reviewHours: 4.5,
    secondPersonFrom: 10_000,
    failMode: 'release',
  };
  expect(programme(stated)).toEqual({ ok: true, value: stated });
});

test('a model says what its file says', () => {
  expect(parseModel(EXPERT_MODEL_JSON, 'model.json')).toEqual({
    ok: true,
    value: EXPERT_MODEL_JSON,
  });
});

test('reasons say what their file says', () => {
  const value = { SHARED_CARD: text, REVIEWED_FRAUD: FRAUD, REVIEWED_FINE: FINE };
  expect(reasons(value)).toEqual({ ok: true, value });
});
