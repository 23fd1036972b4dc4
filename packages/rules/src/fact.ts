/** A single value. */
export type Scalar = boolean | number | string;

/** A fact's value as it stands at evaluation: an instant is a number of milliseconds since 1970 (UTC). */
export type FactValue = boolean | number | string | readonly string[];

/** What is known, by fact id. A missing key is a missing fact; only own keys count. */
export type Facts = Readonly<Record<string, FactValue>>;

/** What a fact can be declared as. `instant` is a number at run time, kept apart so that times meet only times. */
export type FactType = 'boolean' | 'number' | 'string' | 'instant' | 'string[]';

/** The declarable types, in the order they are listed to people. */
export const FACT_TYPES: readonly FactType[] = [
  'boolean',
  'number',
  'string',
  'instant',
  'string[]',
];

/** What a fact means to the people who write rules. */
export interface FactDeclaration {
  type: FactType;
  /** The unit of a number, such as `days` or `minor units`. Facts of different units are never compared. */
  unit?: string;
  meaning: string;
  /** When the fact is absent, in words. */
  missing: string;
  /**
   * The host or the programme states this fact (an order's status, a cap); nothing was inferred from likeness.
   * A block may rest on it alone. Default false.
   */
  certain?: boolean;
}

/** Every fact a rule may read, by fact id. */
export type FactCatalogue = Readonly<Record<string, FactDeclaration>>;

/**
 * The value of one fact, `undefined` when it is missing.
 * INVARIANT: only own keys are facts, so `constructor` or a polluted prototype never answers for one.
 */
export function factOf(facts: Facts, id: string): FactValue | undefined {
  return Object.hasOwn(facts, id) ? facts[id] : undefined;
}

/**
 * The same facts, made safe for the readers below: what they may have inherited is left behind. Nearly always they inherited
 * nothing, and are returned as they are.
 */
export function ownFacts(facts: Facts): Facts {
  const prototype: unknown = Object.getPrototypeOf(facts);
  const inherits = prototype !== Object.prototype || Object.keys(Object.prototype).length > 0;
  if (!inherits || prototype === null) return facts;
  const own: Facts = { ...facts };
  Object.setPrototypeOf(own, null);
  return own;
}

/**
 * How to read one fact from own facts. Asking every comparison for ownership costs a quarter of an evaluation, so
 * that it is asked once, by `ownFacts`, and here only for names every object has, such as `constructor`.
 */
export function readerOf(id: string): typeof factOf {
  return id in Object.prototype ? factOf : indexFact;
}

function indexFact(facts: Facts, id: string): FactValue | undefined {
  return facts[id];
}
