import type { IdentifierKey, Kind } from '../kind.ts';
import type { Address, AddressRaw } from './address.ts';
import { compareAddresses, insideOf, looseNumbers } from './compare-addresses.ts';
import { parseAddress } from './parse-address.ts';

export type { Address, AddressRaw } from './address.ts';
export type { AddressLevel } from './compare-addresses.ts';

/** Postal addresses of the world; the ladder is `AddressLevel`. */
export const addressKind: Kind<AddressRaw, Address> = {
  kind: 'address',
  canonicalise: parseAddress,
  compare: compareAddresses,
  keys,
  mask,
};

/** The home and the building; none without a house number and a place, since a street alone is nobody's. */
function keys(address: Address): readonly IdentifierKey[] {
  const { number, street, streetType, directional, postalCode, city, region, country } = address;
  const place = postalCode ?? (city === undefined ? undefined : `${region ?? ''} ${city}`);
  if (number === undefined || number === 'sn' || street.length === 0 || place === undefined)
    return [];
  const house = [number, directional, street.toSorted().join(' '), streetType, place, country]
    .map((part) => part ?? '')
    .join('|');
  const inside = [insideOf(address), ...looseNumbers(address)].join(' ');
  return [
    { type: 'address', value: `${house}|${inside}` },
    { type: 'building', value: house },
  ];
}

/** Number and street as initials, the place in full: `1• H• street, hamburg`. */
function mask({ number, street, streetType, city, postalCode }: Address): string {
  const home = [
    number === undefined ? '' : hide(number),
    ...street.map(hide),
    streetType ?? '',
  ].filter((part) => part !== '');
  return [home.join(' '), city ?? postalCode ?? ''].filter((part) => part !== '').join(', ');
}

function hide(word: string): string {
  return `${word.charAt(0).toUpperCase()}•`;
}
