import {
  IDENTIFIER_KINDS,
  maskedValues,
  writtenValues,
  type MaskedValue,
  type Profile,
  type SharedValue,
  type Surroundings,
} from '@doubletake/scoring';
import { revealedUntil } from '../../access/reveals.ts';
import type { SignedIn } from '../../asked.ts';
import { respectOf } from '../../graph/kinds.ts';
import type { IdentifierGroup } from '../../models/accounts.ts';
import { accountLink } from '../account-link.ts';
import { signalName } from '../signal.ts';
import { shownTime } from '../time.ts';

type Value = IdentifierGroup['values'][number];

const NAMED = 5;
const UNREADABLE = 'could not be read';

/** Everything an account shows, kind by kind: masked, or in the clear for as long as this session may see it. */
export function shownIdentifiers(
  asked: SignedIn,
  profile: Profile | undefined,
  around: Surroundings | undefined,
): readonly IdentifierGroup[] {
  if (profile === undefined) return [];
  const values = maskedValues(profile);
  return IDENTIFIER_KINDS.map((kind) => ({
    name: signalName(kind),
    values: values
      .filter((value) => value.kind === kind)
      .map((value) => ({
        ...seen(asked, profile, value),
        sharing: sharing(around?.shared ?? [], profile.accountId, value),
      })),
  })).filter((group) => group.values.length > 0);
}

function seen(
  asked: SignedIn,
  profile: Profile,
  { kind, index, masked = UNREADABLE, firstAt, lastAt }: MaskedValue,
): Omit<Value, 'sharing'> {
  const { zone } = asked.user.settings;
  const until = revealedUntil(asked, profile.accountId, kind);
  const clear = until === undefined ? undefined : writtenValues(profile, kind)[index]?.text;
  const at = until === undefined ? '' : new Date(until).toISOString();
  return {
    text: clear ?? masked,
    lapses: clear === undefined ? undefined : { at, masked },
    first: shownTime(firstAt, zone),
    last: shownTime(lastAt, zone),
  };
}

function sharing(
  shared: readonly SharedValue[],
  accountId: string,
  { kind, index }: MaskedValue,
): Value['sharing'] {
  const own = shared.filter(
    (value) =>
      value.kind === kind &&
      value.places.some((place) => place.accountId === accountId && place.index === index),
  );
  return own.map(({ type, others, count }) => {
    const named = others.slice(0, NAMED);
    const more = count - 1 - named.length;
    return {
      respect: respectOf(type),
      accounts: named.map(accountLink),
      more: more <= 0 ? undefined : named.length === 0 ? `${more} others` : `and ${more} more`,
    };
  });
}
