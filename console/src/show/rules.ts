import type { Decision } from '@doubletake/scoring';

/** What the rules did, one line each. */
export function shownRules(
  decision: Decision,
): readonly { readonly rule: string; readonly text: string }[] {
  const { determiningRules, notEvaluable, erroredRules, shadow } = decision;
  return [
    ...determiningRules.map((rule) => ({ rule, text: 'decided' })),
    ...notEvaluable.map(({ rule, missing }) => ({
      rule,
      text: `not answered: ${missing.join(', ')} missing`,
    })),
    ...erroredRules.map((rule) => ({ rule, text: 'met a fact of the wrong type' })),
    ...shadow.map(({ rule, outcome }) => ({ rule, text: `on trial: would ${outcome}` })),
  ];
}
