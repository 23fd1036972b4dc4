import type { LedgerFactFamily } from './collected.ts';

/** Who of the pair was ever observed. */
export const knownFacts: LedgerFactFamily = ({ scene: { referrer, referee } }) => ({
  'referrer.known': referrer.profile !== undefined,
  'referee.known': referee.profile !== undefined,
});
