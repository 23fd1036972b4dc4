import type { BookedRule, RuleBook } from '@doubletake/scoring';
import type { ShownCondition } from '../models/rules.ts';
import { shownTime } from './time.ts';

type Group = BookedRule['rule']['conditions'];
type Condition = Extract<Group, { readonly all: unknown }>['all'][number];
type Comparison = Exclude<Condition, Group>;

/** What a condition is read with: the meaning of facts, and the reader's zone. */
export interface Reading {
  readonly facts: RuleBook['facts'];
  readonly zone: string;
}

/** The language's operators as people say them. */
const WORDS: Readonly<Record<Comparison['operator'], string>> = {
  equal: 'is',
  notEqual: 'is not',
  lessThan: 'is less than',
  lessThanInclusive: 'is at most',
  greaterThan: 'is more than',
  greaterThanInclusive: 'is at least',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  doesNotContain: 'does not contain',
};

/** A rule's conditions in words, as deep as they are. */
export function shownCondition(condition: Condition, reading: Reading): ShownCondition {
  const { name } = condition;
  const inside = (parts: readonly Condition[]): readonly ShownCondition[] =>
    parts.map((part) => shownCondition(part, reading));
  if ('all' in condition)
    return { text: 'All of these hold', name, hint: undefined, parts: inside(condition.all) };
  if ('any' in condition)
    return {
      text: 'At least one of these holds',
      name,
      hint: undefined,
      parts: inside(condition.any),
    };
  if ('not' in condition)
    return { text: 'This does not hold', name, hint: undefined, parts: inside([condition.not]) };
  return {
    text: comparison(condition, reading),
    name,
    hint: meaning(condition, reading),
    parts: [],
  };
}

function comparison({ fact, operator, value }: Comparison, { facts, zone }: Reading): string {
  const declared = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  const told = (each: unknown): string => {
    if (typeof each === 'boolean') return each ? 'yes' : 'no';
    if (typeof each === 'number' && declared?.type === 'instant') return shownTime(each, zone).text;
    return String(each);
  };
  const unit = declared?.unit === undefined ? '' : ` ${declared.unit}`;
  if (isList(value)) return `${fact} ${WORDS[operator]} ${value.map(told).join(', ')}`;
  if (typeof value === 'object') return `${fact} ${WORDS[operator]} ${value.fact}`;
  return `${fact} ${WORDS[operator]} ${told(value)}${typeof value === 'number' ? unit : ''}`;
}

const isList = (value: Comparison['value']): value is Extract<typeof value, readonly unknown[]> =>
  Array.isArray(value);

function meaning({ fact, value }: Comparison, { facts }: Reading): string | undefined {
  const other = typeof value === 'object' && !isList(value) ? [value.fact] : [];
  const told = [fact, ...other].flatMap((id) =>
    Object.hasOwn(facts, id) ? `${id}: ${facts[id]?.meaning ?? ''}` : [],
  );
  return told.length === 0 ? undefined : told.join('; ');
}
