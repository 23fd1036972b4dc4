import type { FactValue } from '@doubletake/rules';
import type { FactFamily } from './collected.ts';

/** Identifier kinds a rule may ask about by `<kind>.match` and `<kind>.sharedBy`. */
const MATCHED = ['address', 'name', 'ip', 'device', 'payment', 'phone', 'email'].map((kind) => ({
  kind,
  // Names made once: V8 looks every name made anew up in its table of names.
  match: `${kind}.match`,
  sharedBy: `${kind}.sharedBy`,
  maturedHolders: `${kind}.maturedHolders`,
}));

/** What the two sides share, and with how many others. A kind one side does not show is missing. */
export const matchFacts: FactFamily = ({ observations }) => {
  const facts: Record<string, FactValue | undefined> = {};
  for (const { kind, match, sharedBy, maturedHolders } of MATCHED) {
    const seen = Object.hasOwn(observations, kind) ? observations[kind] : undefined;
    if (seen?.kind !== 'identity') continue;
    facts[match] = seen.level;
    facts[sharedBy] = seen.sharedBy;
    if (seen.sharedBy !== undefined) facts[maturedHolders] = Math.round(seen.matured);
  }
  const turns = observations['interleave'];
  if (turns?.kind === 'table') facts['device.interleaved'] = turns.level === 'yes';
  return facts;
};
