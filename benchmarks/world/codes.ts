import type { Account } from './accounts.ts';
import type { Programme } from './programmes.ts';
import type { Random } from './random.ts';
import { plain } from './written.ts';

/** The referral codes and keys of one world. */
export interface Codes {
  /** The code this account hands out in this programme: always the same one. */
  of(account: Account, programme: Programme): string;
}

export function openCodes(random: Random): Codes {
  const known = new Map<string, string>();
  const keys: string[] = [];
  const unused = (wanted: string): string =>
    keys.includes(wanted) ? `${wanted}${random.integer(10, 99)}` : wanted;
  const managerKey = (account: Account): string => {
    // Keys are case-sensitive: some differ from another reseller's by a capital only.
    const twin = random.chance(0.2) ? keys.at(-1) : undefined;
    const name = plain(account.owner.family).replaceAll(/[^A-Za-z]/gu, '');
    const key = unused(
      twin === undefined
        ? `${name}${random.pick(['.', '-', '_', ''])}${random.integer(2, 99)}`
        : capitalFlipped(twin),
    );
    keys.push(key);
    return key;
  };
  const friendCode = (account: Account): string =>
    `${plain(account.owner.given)
      .replaceAll(/[^A-Za-z]/gu, '')
      .toUpperCase()}-${random.hex(5).toUpperCase()}`;
  return {
    of: (account, programme) => {
      const place = `${programme.id}/${account.id}`;
      const code =
        known.get(place) ??
        (programme.id === 'reseller-key' ? managerKey(account) : friendCode(account));
      known.set(place, code);
      return code;
    },
  };
}

function capitalFlipped(key: string): string {
  const first = key.slice(0, 1);
  const flipped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return flipped + key.slice(1);
}
