import { compilePack, type Facts, type Pack, type Rule } from '@doubletake/rules';
import { fc } from '@fast-check/vitest';
import { describe, expect, it, test } from 'vitest';
import { EXPERT_MODEL } from '../../../test/support/expert-model.ts';
import type { Policy } from './policy/policy.ts';
import { UNKNOWN_PROGRAMME } from './policy/programme.ts';
import { judge, type Verdict } from './verdict.ts';

const NOW = 1000;

/** A rule that fires when the fact of its own name is true. */
function rule(name: string, event: Rule['event'], more: Partial<Rule> = {}): Rule {
  return {
    name,
    description: name,
    mode: 'live',
    conditions: { all: [{ fact: name, operator: 'equal', value: true }] },
    event,
    ...more,
  };
}
const vote = (type: Rule['event']['type'], more: object = {}): Rule['event'] => ({
  type,
  params: { reason: type.toUpperCase(), ...more },
});

const TERMS: Pack = {
  name: 'terms',
  rules: [
    rule('termsBlock', vote('block')),
    rule('wait', vote('hold', { until: 'waitUntil' })),
    rule('longWait', vote('hold', { until: 'longUntil' })),
  ],
};
const RISK: Pack = {
  name: 'evidence',
  rules: [
    rule('finalBlock', vote('block', { final: true })),
    rule('block', vote('block')),
    rule('hold', vote('hold')),
    rule('release', vote('release')),
    rule('shadowBlock', vote('block'), { mode: 'shadow' }),
    rule('needed', vote('hold'), { onMissing: 'hold' }),
    rule('elsewhere', vote('block'), { programmes: ['resellers'] }),
  ],
};

function policyOf(terms: Pack = TERMS, risk: Pack = RISK): Policy {
  const programme = { ...UNKNOWN_PROGRAMME, programme: 'friends', name: '', description: '' };
  const text = { analyst: 'x', customer: 'y' };
  return {
    model: EXPERT_MODEL,
    terms: compilePack(terms),
    packs: new Map([['evidence', compilePack(risk)]]),
    programmes: new Map([['friends', programme]]),
    reasons: { BLOCK: text, HOLD: text, RELEASE: text },
    book: { rules: [], facts: {}, version: 'r' },
    versions: { rules: 'r', model: 'm', identity: 'i', lists: 'l' },
  };
}
const POLICY = policyOf();

const NOTHING: Facts = {
  now: NOW,
  'programme.id': 'friends',
  'programme.observe': false,
  'reward.paid': false,
  'allowance.active': false,
  needed: false,
  ...Object.fromEntries([...TERMS.rules, ...RISK.rules].map(({ name }) => [name, false])),
};
const verdict = (facts: Facts): Verdict => judge({ ...NOTHING, ...facts }, POLICY);

/**
 * Precedence over six letters: T a block by the terms, F a final block, A an allowance, B a block, H a hold,
 * R a release. Capital present, dot absent, `?` either.
 */
const LETTERS: Readonly<Record<string, string>> = {
  T: 'termsBlock',
  F: 'finalBlock',
  A: 'allowance.active',
  B: 'block',
  H: 'hold',
  R: 'release',
};
const PRECEDENCE = [
  { when: 'T?????', outcome: 'block', by: 'terms/termsBlock' },
  { when: '.F????', outcome: 'block', by: 'evidence/finalBlock' },
  { when: '..A???', outcome: 'release', by: undefined },
  { when: '...B??', outcome: 'block', by: 'evidence/block' },
  { when: '....H?', outcome: 'hold', by: 'evidence/hold' },
  { when: '.....R', outcome: 'release', by: 'evidence/release' },
  { when: '......', outcome: 'release', by: undefined },
] as const;

/** Every set of facts a row stands for. */
function worlds(when: string): Facts[] {
  return Object.keys(LETTERS).reduce<Facts[]>(
    (all, letter, index) =>
      all.flatMap((facts) => {
        const values = when[index] === '?' ? [true, false] : [when[index] === letter];
        return values.map((value) => ({ ...facts, [LETTERS[letter] ?? '']: value }));
      }),
    [{}],
  );
}

describe('precedence', () => {
  it.each(PRECEDENCE)('$when gives $outcome by $by', ({ when, outcome, by }) => {
    for (const facts of worlds(when)) {
      const told = verdict(facts);
      expect(told.outcome).toBe(outcome);
      expect(told.determiningRules[0]).toBe(by);
    }
  });

  test('the table is whole: every world of six letters is in exactly one row', () => {
    const rows = PRECEDENCE.flatMap(({ when }) =>
      worlds(when).map((facts) => JSON.stringify(facts)),
    );
    expect(rows).toHaveLength(64);
    expect(new Set(rows).size).toBe(64);
  });

  test('an allowance never silences the terms, their holds included', () => {
    const told = verdict({ 'allowance.active': true, hold: true, wait: true, waitUntil: NOW + 5 });
    expect(told).toMatchObject({
      outcome: 'hold',
      action: 'wait',
      determiningRules: ['terms/wait'],
    });
  });
});

describe('the action', () => {
  const OUTCOMES: Readonly<Record<string, Facts>> = {
    release: {},
    'hold for a person': { hold: true },
    'hold until an instant ahead': { wait: true, waitUntil: NOW + 5 },
    'hold until an instant that has passed': { wait: true, waitUntil: NOW },
    'hold until nobody knows when': { wait: true },
    block: { block: true },
  };
  it.each([
    { outcome: 'release', unpaid: 'pay', paid: 'pay' },
    { outcome: 'hold for a person', unpaid: 'review', paid: 'review' },
    { outcome: 'hold until an instant ahead', unpaid: 'wait', paid: 'review' },
    { outcome: 'hold until an instant that has passed', unpaid: 'review', paid: 'review' },
    { outcome: 'hold until nobody knows when', unpaid: 'review', paid: 'review' },
    { outcome: 'block', unpaid: 'void', paid: 'claw_back' },
  ])(
    '$outcome: $unpaid before payout, $paid after, pay when observing',
    ({ outcome, unpaid, paid }) => {
      const facts = OUTCOMES[outcome] ?? {};
      const before = verdict(facts);
      expect(before.action).toBe(unpaid);
      expect(before.until).toBe(unpaid === 'wait' ? NOW + 5 : undefined);
      expect(verdict({ ...facts, 'reward.paid': true }).action).toBe(paid);
      const observed = verdict({ ...facts, 'programme.observe': true });
      expect(observed).toMatchObject({ action: 'pay', outcome: before.outcome });
      expect(observed).not.toHaveProperty('until');
    },
  );

  test('of two waits the longer one counts', () => {
    const both = { wait: true, waitUntil: NOW + 5, longWait: true, longUntil: NOW + 9 };
    expect(verdict(both).until).toBe(NOW + 9);
  });
});

describe('what a verdict reports', () => {
  test('a shadow rule votes for the record only', () => {
    expect(verdict({ shadowBlock: true })).toMatchObject({
      outcome: 'release',
      reasons: [],
      shadow: [{ rule: 'evidence/shadowBlock', outcome: 'block' }],
    });
  });

  test('a rule whose facts are missing is reported, and holds where it asks to', () => {
    const { needed: _, hold: _hold, ...facts } = NOTHING;
    expect(judge(facts, POLICY)).toMatchObject({
      outcome: 'hold',
      determiningRules: ['evidence/needed'],
      notEvaluable: [
        { rule: 'evidence/hold', missing: ['hold'] },
        { rule: 'evidence/needed', missing: ['needed'] },
      ],
    });
  });

  test('a fact of the wrong type is an error of the rule, and no vote', () => {
    expect(verdict({ block: 'true' })).toMatchObject({
      outcome: 'release',
      erroredRules: ['evidence/block'],
    });
  });

  test('a rule of another programme is not asked', () => {
    expect(verdict({ elsewhere: true }).outcome).toBe('release');
    expect(verdict({ elsewhere: true, 'programme.id': 'resellers' }).outcome).toBe('block');
  });

  test('every determining rule gives its reason', () => {
    const told = verdict({ wait: true, longWait: true, hold: true });
    expect(told.reasons.map(({ rule: by, code }) => [by, code])).toEqual(
      told.determiningRules.map((by) => [by, 'HOLD']),
    );
    expect(told.determiningRules).toHaveLength(3);
  });

  test('a programme nobody wrote a file for is judged by the default pack', () => {
    expect(verdict({ 'programme.id': 'unheard-of', block: true }).outcome).toBe('block');
  });

  test('`--pack` replaces the risk pack, never the terms', () => {
    const other = compilePack({ name: 'other', rules: [] });
    const policy = { ...POLICY, packs: new Map([['other', other]]), packOverride: 'other' };
    expect(judge({ ...NOTHING, block: true }, policy).outcome).toBe('release');
    expect(judge({ ...NOTHING, termsBlock: true }, policy).outcome).toBe('block');
  });
});

test('the outcome does not depend on rule order or duplicates', () => {
  const rules = fc.array(fc.constantFrom(...TERMS.rules), { minLength: 3, maxLength: 9 });
  const risks = fc.array(fc.constantFrom(...RISK.rules), { minLength: 7, maxLength: 20 });
  const facts = fc.record(
    Object.fromEntries([...TERMS.rules, ...RISK.rules].map(({ name }) => [name, fc.boolean()])),
  );
  fc.assert(
    fc.property(rules, risks, facts, (terms, risk, seen) => {
      const known: Facts = { ...NOTHING, ...seen, waitUntil: NOW + 5, longUntil: NOW + 9 };
      const once = policyOf(
        { name: 'terms', rules: TERMS.rules.filter((each) => terms.includes(each)) },
        { name: 'evidence', rules: RISK.rules.filter((each) => risk.includes(each)) },
      );
      const shuffled = policyOf({ name: 'terms', rules: terms }, { name: 'evidence', rules: risk });
      expect(judge(known, shuffled)).toEqual(judge(known, once));
    }),
  );
});
