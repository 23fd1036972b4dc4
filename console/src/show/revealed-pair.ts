import {
  writtenSince,
  type Decision,
  type Instant,
  type Profile,
  type Sides,
} from '@doubletake/scoring';
import { revealedUntil } from '../access/reveals.ts';
import type { SignedIn } from '../asked.ts';
import type { Lapse, MarkedPart, PairRow } from '../models/case-parts.ts';
import { comparedKinds, pairRows } from './pair.ts';

/** The pair with those values in the clear that this session may see now. */
export function revealedPair(
  asked: SignedIn,
  decision: Decision,
  sides: Sides,
): readonly PairRow[] {
  const rows = pairRows(decision, sides);
  return comparedKinds(decision, sides).flatMap(({ kind, contribution }, nth) => {
    const row = rows[nth];
    if (row === undefined) return [];
    const { referrerSince, refereeSince } = contribution;
    const referrer = clear(asked, kind, {
      ...of(sides.referrer, referrerSince),
      masked: row.referrer,
    });
    const referee = clear(asked, kind, { ...of(sides.referee, refereeSince), masked: row.referee });
    if (referrer === undefined && referee === undefined) return [row];
    return [
      {
        ...row,
        referrer: referrer?.parts ?? row.referrer,
        referee: referee?.parts ?? row.referee,
        lapses: { referrer: referrer?.lapse, referee: referee?.lapse },
      },
    ];
  });
}

interface Side {
  readonly profile: Profile | undefined;
  readonly since: Instant | undefined;
  readonly masked: readonly MarkedPart[];
}

const of = (profile: Profile | undefined, since: Instant | undefined): Omit<Side, 'masked'> => ({
  profile,
  since,
});

function clear(
  asked: SignedIn,
  kind: Parameters<typeof revealedUntil>[2],
  { profile, since, masked }: Side,
): { readonly parts: readonly MarkedPart[]; readonly lapse: Lapse } | undefined {
  if (profile === undefined || since === undefined) return undefined;
  const until = revealedUntil(asked, profile.accountId, kind);
  const text = until === undefined ? undefined : writtenSince(profile, kind, since);
  if (until === undefined || text === undefined) return undefined;
  return {
    parts: [{ text, same: false }],
    lapse: { at: new Date(until).toISOString(), masked: masked.map((part) => part.text).join('') },
  };
}
