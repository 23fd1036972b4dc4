import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonsOf } from './condition.ts';
import { compileCondition, compilePack } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { explainRule } from './explain.ts';
import type { Facts, FactValue, Scalar } from './fact.ts';
import { canFail, canHold, implies } from './logic/satisfiable.ts';
import { withoutNot } from './logic/negation.ts';
import { OPERATOR_NAMES, OPERATORS } from './operators/index.ts';
import type { OperatorName } from './operators/operator.ts';
import { parseRule } from './parse/rule.ts';
import { printRule } from './print-rule.ts';
import { answerByReference, evaluateReference } from './reference.ts';
import type { Comparison, Condition, Group, Operand, Pack, Rule } from './rule.ts';

// few names and few values, so that conditions meet, contradict and imply each other often
const IDS = {
  boolean: ['flag.a', 'constructor'],
  number: ['count.a', 'count.b'],
  string: ['level.a', 'level.b'],
  'string[]': ['tags.a', 'tags.b'],
} as const;
type Kind = keyof typeof IDS;
const KINDS: readonly Kind[] = ['boolean', 'number', 'string', 'string[]'];

const scalars: Record<'boolean' | 'number' | 'string', fc.Arbitrary<Scalar>> = {
  boolean: fc.boolean(),
  number: fc.constantFrom(-1, 0, 0.5, 1, 2),
  string: fc.constantFrom('x', 'y', 'xy', ''),
};
const texts = fc.array(fc.constantFrom('x', 'y', 'xy'), { maxLength: 3 });

function valueOf(kind: Kind): fc.Arbitrary<FactValue> {
  return kind === 'string[]' ? texts : scalars[kind];
}

const anyKind = fc.constantFrom(...KINDS);
const anyValue: fc.Arbitrary<FactValue> = fc.oneof(
  anyKind.chain(valueOf),
  fc.constantFrom(Number.NaN, Infinity),
);

function factsWith(options: { missing: boolean; wrong: boolean }): fc.Arbitrary<Facts> {
  const entries = KINDS.flatMap((kind) =>
    IDS[kind].map((id) => {
      const typed = valueOf(kind);
      const value = options.wrong ? fc.oneof({ weight: 9, arbitrary: typed }, anyValue) : typed;
      const entry = value.map((found): [string, FactValue][] => [[id, found]]);
      return options.missing ? fc.oneof({ weight: 2, arbitrary: entry }, fc.constant([])) : entry;
    }),
  );
  return fc.tuple(...entries).map((found) => Object.fromEntries(found.flat()));
}

function operandFor(operator: OperatorName, kind: Kind): fc.Arbitrary<Operand> {
  const { right } = OPERATORS[operator];
  const other: Kind = right === 'list' ? 'string[]' : right === 'element' ? 'string' : kind;
  const reference = fc.constantFrom(...IDS[other]).map((fact) => ({ fact }));
  const scalar = scalars[right === 'element' || kind === 'string[]' ? 'string' : kind];
  const literal: fc.Arbitrary<Operand> =
    right === 'list' ? fc.array(scalar, { minLength: 1, maxLength: 3 }) : scalar;
  return fc.oneof({ weight: 3, arbitrary: literal }, { weight: 1, arbitrary: reference });
}

const label = fc.option(fc.constantFrom('first', 'second'), { nil: undefined });
const named = label.map((name) => (name === undefined ? {} : { name }));

const comparison: fc.Arbitrary<Comparison> = fc
  .constantFrom(...OPERATOR_NAMES)
  .chain((operator) => {
    const kinds = KINDS.filter((kind) => OPERATORS[operator].left.includes(kind));
    return fc
      .constantFrom(...kinds)
      .chain((kind) =>
        fc
          .tuple(fc.constantFrom(...IDS[kind]), operandFor(operator, kind), named)
          .map(([fact, value, name]) => ({ ...name, fact, operator, value })),
      );
  });

const { group } = fc.letrec<{ condition: Condition; group: Group }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3 }, comparison, tie('group')),
  group: fc
    .tuple(named, fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
    .chain(([name, parts]): fc.Arbitrary<Group> =>
      fc.constantFrom<Group>(
        { ...name, all: parts },
        { ...name, any: parts },
        ...parts.slice(0, 1).map((not) => ({ ...name, not })),
      ),
    ),
}));

const rule: fc.Arbitrary<Rule> = fc.record(
  {
    name: fc.constantFrom('one', 'two', 'three'),
    description: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    mode: fc.constantFrom('live', 'shadow', 'off'),
    programmes: fc.uniqueArray(fc.constantFrom('p', 'q'), { minLength: 1 }),
    priority: fc.integer({ min: 1, max: 3 }),
    conditions: group,
    event: fc.constantFrom<Rule['event']>(
      { type: 'release', params: { reason: 'FINE' } },
      { type: 'hold', params: { reason: 'ODD', until: 'count.a' } },
      { type: 'hold', params: { reason: 'ODD' } },
      { type: 'block', params: { reason: 'BAD', final: true } },
      { type: 'block', params: { reason: 'BAD', final: false } },
    ),
    onMissing: fc.constantFrom('ignore', 'hold'),
    acceptedRisk: fc.constant('known card testers only'),
  },
  { requiredKeys: ['name', 'description', 'mode', 'conditions', 'event'] },
);

const pack: fc.Arbitrary<Pack> = fc.record({
  name: fc.constant('pack'),
  rules: fc.array(rule, { maxLength: 5 }),
});
const programme = fc.constantFrom('p', 'r', undefined);
const someFacts = factsWith({ missing: true, wrong: true });
const allFacts = factsWith({ missing: false, wrong: false });

describe('laws of the rule language', () => {
  test('compiled rules agree with json-rules-engine', async () => {
    await fc.assert(
      fc.asyncProperty(pack, someFacts, programme, async (rules, facts, where) => {
        const options = { programme: where };
        const reference = await evaluateReference(rules, facts, options);
        expect(evaluate(compilePack(rules), facts, options)).toEqual(reference);
      }),
      { numRuns: 300 },
    );
  });

  test('compiled conditions agree with json-rules-engine on every kind of truth', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(group, someFacts, async (conditions, facts) => {
        const truth = compileCondition(conditions)(facts);
        seen.add(truth);
        expect(truth).toBe((await answerByReference(conditions, facts)).truth);
      }),
      { numRuns: 500 },
    );
    expect([...seen].toSorted()).toEqual(['error', 'false', 'true', 'unknown']);
  });

  test('parse ∘ print is the identity', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const again = parseRule(JSON.parse(printRule(one)));
        expect(again).toEqual({ ok: true, value: one });
      }),
    );
  });

  test('print ∘ parse does not depend on the order of keys', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const turned = parseRule(reversed(JSON.parse(printRule(one))));
        expect(turned.ok && printRule(turned.value)).toBe(printRule(one));
      }),
    );
  });

  test('the outcome does not depend on rule order or duplicates', () => {
    const rearranged = pack.chain(({ name, rules }) =>
      fc.shuffledSubarray([...rules, ...rules], { minLength: rules.length * 2 }).map(
        (shuffled) =>
          [
            { name, rules },
            { name, rules: shuffled },
          ] as const,
      ),
    );
    fc.assert(
      fc.property(rearranged, someFacts, programme, ([one, other], facts, where) => {
        const options = { programme: where, trace: 'full' } as const;
        expect(evaluate(compilePack(other), facts, options)).toEqual(
          evaluate(compilePack(one), facts, options),
        );
      }),
    );
  });

  test('an explanation comes to what the evaluation came to', () => {
    fc.assert(
      fc.property(rule, someFacts, (one, facts) => {
        expect(explainRule(one, facts).result).toBe(compileCondition(one.conditions)(facts));
      }),
    );
  });

  test('learning a missing fact never turns what was decided', () => {
    fc.assert(
      fc.property(group, allFacts, fc.func(fc.boolean()), (conditions, facts, keep) => {
        const fewer = Object.fromEntries(Object.entries(facts).filter(([id]) => keep(id)));
        const before = compileCondition(conditions)(fewer);
        if (before === 'unknown' || before === 'error') return;
        expect(compileCondition(conditions)(facts)).toBe(before);
      }),
    );
  });

  test('facts that no condition reads change nothing', () => {
    fc.assert(
      fc.property(group, someFacts, (conditions, facts) => {
        const read = comparisonsOf(conditions).flatMap(({ fact, value }) =>
          typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact],
        );
        const only = Object.fromEntries(Object.entries(facts).filter(([id]) => read.includes(id)));
        expect(compileCondition(conditions)(only)).toBe(compileCondition(conditions)(facts));
      }),
    );
  });
});

describe('laws of the analysis', () => {
  test('moving `not` inwards keeps the meaning, whatever is missing', () => {
    fc.assert(
      fc.property(group, someFacts, (conditions, facts) => {
        expect(at(withoutNot(conditions), facts)).toBe(at(conditions, facts));
        expect(at(withoutNot(conditions, true), facts)).toBe(at({ not: conditions }, facts));
      }),
    );
  });

  test('what is said never to hold never holds, and what is said always to hold always does', () => {
    fc.assert(
      fc.property(group, allFacts, (conditions, facts) => {
        if (!canHold(conditions)) expect(at(conditions, facts)).not.toBe('true');
        if (!canFail(conditions)) expect(at(conditions, facts)).not.toBe('false');
      }),
      { numRuns: 1000 },
    );
  });

  test('what is said to imply does imply', () => {
    fc.assert(
      fc.property(group, group, allFacts, (one, other, facts) => {
        if (!implies(one, other) || at(one, facts) !== 'true') return;
        expect(at(other, facts)).not.toBe('false');
      }),
      { numRuns: 1000 },
    );
  });

  test('a condition implies itself and never its opposite, unless it cannot hold', () => {
    fc.assert(
      fc.property(comparison, (one) => {
        expect(implies(one, { any: [one] })).toBe(true);
        expect(implies(one, { not: one })).toBe(!canHold(one));
      }),
    );
  });
});

function at(condition: Condition, facts: Facts): string {
  return compileCondition(condition)(facts);
}

function reversed(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .toReversed()
      .map(([key, value]) => [key, reversed(value)]),
  );
}
