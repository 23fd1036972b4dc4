import type { Conclusion } from '@doubletake/scoring';
import type { NameOf } from '../merged-names.ts';
import { present } from '../present.ts';

/** A conclusion, about the accounts that those it names are now part of: they are the same people. */
export function aboutNow(conclusion: Conclusion, nameOf: NameOf): Conclusion {
  const { about } = conclusion;
  if (about === undefined) return conclusion;
  const now = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : nameOf(id);
  return {
    ...conclusion,
    about: present({
      ...about,
      referrerId: now(about.referrerId),
      refereeId: now(about.refereeId),
      beneficiaryId: now(about.beneficiaryId),
    }),
  };
}
