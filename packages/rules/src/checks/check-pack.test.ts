import { expect, test } from 'vitest';
import type { FactCatalogue, FactDeclaration, FactType } from '../fact.ts';
import { printProblem } from '../problem.ts';
import type { Comparison, Condition, Group, Pack, Rule } from '../rule.ts';
import { checkPack } from './index.ts';

function declared(type: FactType, more: Partial<FactDeclaration> = {}): FactDeclaration {
  return { type, meaning: 'what it says', missing: 'never', ...more };
}

const catalogue: FactCatalogue = {
  'card.match': declared('string'),
  'device.match': declared('string'),
  'pair.household': declared('boolean'),
  'order.status': declared('string', { certain: true }),
  'order.endsAt': declared('instant', { certain: true }),
  'order.ageDays': declared('number', { unit: 'days', certain: true }),
  'order.ageHours': declared('number', { unit: 'hours' }),
  'referrer.count': declared('number'),
  'referrer.cap': declared('number'),
  'referrer.tags': declared('string[]'),
};
const reasons = ['SHARED_CARD', 'SHARED_DEVICE', 'CANCELLED'];

function is(
  fact: string,
  value: Comparison['value'],
  operator: Comparison['operator'] = 'equal',
): Comparison {
  return { fact, operator, value };
}

function holding(name: string, conditions: Group, more: Partial<Rule> = {}): Rule {
  const event: Rule['event'] = { type: 'hold', params: { reason: 'SHARED_CARD' } };
  return { name, description: name, mode: 'live', conditions, event, ...more };
}

function blocking(name: string, conditions: Group, more: Partial<Rule> = {}): Rule {
  return holding(name, conditions, {
    event: { type: 'block', params: { reason: 'SHARED_CARD' } },
    ...more,
  });
}

const sameCard = is('card.match', 'exact');
const sameDevice = is('device.match', 'exact');
const both: Group = { all: [sameCard, sameDevice] };
const when = (condition: Condition): Group => ({ all: [condition] });

const FLAWED: readonly { note: string; rules: readonly Rule[] }[] = [
  {
    note: 'two rules of one name',
    rules: [holding('a', when(sameCard)), holding('a', when(sameDevice))],
  },
  { note: 'an unknown fact', rules: [holding('a', when(is('card.macth', 'exact')))] },
  {
    note: 'an unknown fact on the right',
    rules: [holding('a', when(is('referrer.count', { fact: 'referrer.caps' })))],
  },
  { note: 'a fact every object has', rules: [holding('a', when(is('constructor', 'exact')))] },
  { note: 'a text compared with a number', rules: [holding('a', when(is('card.match', 1)))] },
  {
    note: 'a text that should be less',
    rules: [holding('a', when(is('card.match', 1, 'lessThan')))],
  },
  { note: 'a list to be equal to', rules: [holding('a', when(is('referrer.tags', 'x')))] },
  {
    note: 'a list of the wrong type',
    rules: [holding('a', when(is('referrer.count', ['1', '2'], 'in')))],
  },
  {
    note: 'a right-hand fact of another type',
    rules: [holding('a', when(is('referrer.count', { fact: 'card.match' })))],
  },
  {
    note: 'a right-hand fact that is no list',
    rules: [holding('a', when(is('card.match', { fact: 'device.match' }, 'in')))],
  },
  {
    note: 'an instant in seconds',
    rules: [holding('a', when(is('order.endsAt', 1_700_000_000, 'lessThan')))],
  },
  {
    note: 'days compared with hours',
    rules: [holding('a', when(is('order.ageDays', { fact: 'order.ageHours' }, 'lessThan')))],
  },
  {
    note: 'an unlisted reason',
    rules: [
      holding('a', when(sameCard), { event: { type: 'hold', params: { reason: 'SHARED_CAR' } } }),
    ],
  },
  {
    note: 'an end that is no instant',
    rules: [
      holding('a', when(sameCard), {
        event: { type: 'hold', params: { reason: 'SHARED_CARD', until: 'referrer.cap' } },
      }),
    ],
  },
  {
    note: 'two values at once',
    rules: [holding('a', { all: [sameCard, is('card.match', 'none')] })],
  },
  {
    note: 'a range that is empty, in one branch',
    rules: [
      holding('a', {
        any: [
          sameCard,
          {
            all: [
              is('referrer.count', 5, 'lessThan'),
              is('referrer.count', 5, 'greaterThanInclusive'),
            ],
          },
        ],
      }),
    ],
  },
  {
    note: 'two facts in both orders',
    rules: [
      holding('a', {
        all: [
          is('referrer.count', { fact: 'referrer.cap' }, 'lessThan'),
          is('referrer.cap', { fact: 'referrer.count' }, 'lessThan'),
        ],
      }),
    ],
  },
  {
    note: 'a fact less than itself',
    rules: [holding('a', when(is('referrer.cap', { fact: 'referrer.cap' }, 'lessThan')))],
  },
  {
    note: 'a range that leaves nothing out',
    rules: [
      holding('a', {
        any: [is('referrer.count', 5, 'lessThan'), is('referrer.count', 3, 'greaterThan')],
      }),
    ],
  },
  {
    note: 'either true or false',
    rules: [
      holding('a', { any: [is('pair.household', true), is('pair.household', true, 'notEqual')] }),
    ],
  },
  {
    note: 'a rule twice under two names',
    rules: [holding('a', both), holding('b', { not: { not: both } })],
  },
  {
    note: 'a rule that a wider one covers',
    rules: [holding('a', both), holding('b', when(sameCard))],
  },
  { note: 'a block on one match', rules: [blocking('a', when(sameCard))] },
  {
    note: 'a block on either of two matches',
    rules: [blocking('a', { any: [sameCard, sameDevice] })],
  },
  {
    note: 'a block on one match outside a household',
    rules: [blocking('a', { all: [sameCard, is('pair.household', false)] })],
  },
  {
    note: 'a block on one match of a cancelled order',
    rules: [blocking('a', { all: [sameCard, is('order.status', 'cancelled')] })],
  },
];

const SOUND: readonly { note: string; rules: readonly Rule[] }[] = [
  { note: 'a hold on one match', rules: [holding('a', when(sameCard))] },
  { note: 'a block on two matches', rules: [blocking('a', both)] },
  {
    note: 'a block on one match whose risk is accepted',
    rules: [blocking('a', when(sameCard), { acceptedRisk: 'cards are personal here' })],
  },
  {
    note: 'a block on what the host states',
    rules: [blocking('a', when(is('order.status', 'cancelled')))],
  },
  {
    note: 'a narrower rule that says something else',
    rules: [holding('a', when(sameCard)), blocking('b', both)],
  },
  {
    note: 'a narrower rule beside one in shadow',
    rules: [holding('a', both), holding('b', when(sameCard), { mode: 'shadow' })],
  },
  {
    note: 'a narrower rule in more programmes',
    rules: [holding('a', both), holding('b', when(sameCard), { programmes: ['p'] })],
  },
  {
    note: 'a range with one value in it',
    rules: [
      holding('a', {
        all: [
          is('referrer.count', 5, 'lessThanInclusive'),
          is('referrer.count', 5, 'greaterThanInclusive'),
        ],
      }),
    ],
  },
];

function problemsOf(rules: readonly Rule[]): readonly string[] {
  const pack: Pack = { name: 'risk', rules };
  return checkPack(pack, { catalogue, reasons }).map(printProblem);
}

test('every flaw is named where it is', async () => {
  const told = FLAWED.map(({ note, rules }) => [`# ${note}`, ...problemsOf(rules)].join('\n'));
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('../golden/flawed-packs.txt');
});

test.each(FLAWED)('flawed: $note', ({ rules }) => {
  expect(problemsOf(rules)).toHaveLength(1);
});

test.each(SOUND)('sound: $note', ({ rules }) => {
  expect(problemsOf(rules)).toEqual([]);
});

test('a problem names the file it is told', () => {
  const pack: Pack = { name: 'risk', rules: [blocking('a', when(sameCard))] };
  const [problem] = checkPack(pack, {
    catalogue,
    reasons,
    fileOf: ({ name }) => `${name}.rule.json`,
  });
  expect(problem?.at).toEqual({ file: 'a.rule.json', path: '/conditions' });
});
