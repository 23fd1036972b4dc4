import type { FactValue } from '@doubletake/rules';
import type { FactFamily } from './collected.ts';

/** Identifier kinds a rule may ask about by `<kind>.match` and `<kind>.sharedBy`. */
const MATCHED = ['address', 'name', 'ip', 'device', 'payment', 'phone', 'email'] as const;

/** What the two sides share, and with how many others. A kind one side does not show is missing. */
export const matchFacts: FactFamily = ({ observations }) => {
  const facts: Record<string, FactValue | undefined> = {};
  for (const kind of MATCHED) {
    const seen = Object.hasOwn(observations, kind) ? observations[kind] : undefined;
    if (seen?.kind !== 'identity') continue;
    facts[`${kind}.match`] = seen.level;
    facts[`${kind}.sharedBy`] = seen.sharedBy;
    if (seen.sharedBy !== undefined) facts[`${kind}.maturedHolders`] = Math.round(seen.matured);
  }
  const turns = observations['interleave'];
  if (turns?.kind === 'table') facts['device.interleaved'] = turns.level === 'yes';
  return facts;
};
