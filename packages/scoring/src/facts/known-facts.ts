import type { ScreeningRecord } from '../ports/ledger.ts';
import type { Profile } from '../state/profile.ts';
import type { LedgerFactFamily } from './collected.ts';

/** Who of the pair was ever observed. */
export const knownFacts: LedgerFactFamily = ({ scene: { referrer, referee, record } }) => ({
  'referrer.known': isKnown(referrer.profile, record),
  'referee.known': isKnown(referee.profile, record),
});

/** Missing where something kept about the pair does not open: it may be theirs. */
function isKnown(
  profile: Profile | undefined,
  { unreadable }: ScreeningRecord,
): boolean | undefined {
  return profile === undefined && unreadable !== undefined ? undefined : profile !== undefined;
}
