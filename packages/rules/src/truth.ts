/**
 * What a condition came to. `unknown`: facts are missing and would decide it. `error`: a fact of the wrong type
 * would decide it.
 */
export type Truth = 'true' | 'false' | 'unknown' | 'error';

/** A question put to some input, facts as a rule. */
export type Test<Input> = (input: Input) => Truth;

/** The truth of a plain boolean. */
export function truthOf(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

/**
 * Every test must hold. Kleene's strong conjunction, with an error above the unknown: one `false` decides, whatever
 * is missing. Source: S. C. Kleene, Introduction to Metamathematics (1952), §64.
 */
export function every<Input>(tests: readonly Test<Input>[]): Test<Input> {
  return combine(tests, 'false', 'true');
}

/** At least one test must hold: one `true` decides, whatever is missing. */
export function some<Input>(tests: readonly Test<Input>[]): Test<Input> {
  return combine(tests, 'true', 'false');
}

/** The opposite; of the unknown, the unknown. */
export function opposite(truth: Truth): Truth {
  if (truth === 'true') return 'false';
  return truth === 'false' ? 'true' : truth;
}

/** INVARIANT: the combination is commutative and idempotent, so neither order nor repetition changes a result. */
function combine<Input>(
  tests: readonly Test<Input>[],
  decides: Truth,
  otherwise: Truth,
): Test<Input> {
  return (input) => {
    let result = otherwise;
    for (const test of tests) {
      const truth = test(input);
      if (truth === decides) return decides;
      if (truth !== otherwise && result !== 'error') result = truth;
    }
    return result;
  };
}
