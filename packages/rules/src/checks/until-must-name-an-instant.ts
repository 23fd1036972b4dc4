import type { Check } from './check.ts';
import { declarationOf } from './operand-types-must-match.ts';

/** A hold waits until a moment, so what it names must be one. */
export const untilMustNameAnInstant: Check = (rule, { catalogue }) => {
  const { until } = rule.event.params;
  const type = until === undefined ? undefined : declarationOf(catalogue, until)?.type;
  if (until === undefined || type === undefined || type === 'instant') return [];
  const message = `\`until\` names \`${until}\`, which is declared \`${type}\` and not an instant`;
  const path = '/event/params/until';
  return [{ code: 'rules_until_not_an_instant', message, path, text: until }];
};
