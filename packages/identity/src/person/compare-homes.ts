import type { Address, AddressRaw } from '../address/address.ts';
import { addressKind } from '../address/index.ts';
import { insideOf } from '../address/compare-addresses.ts';
import { damerau } from '../text/damerau.ts';
import { fold } from '../text/fold.ts';
import { type FieldEvidence, weigh } from './agreement.ts';

/** Weighs two addresses part by part, so that one wrong part does not hide the others. */
export function compareHomes(
  left: AddressRaw | undefined,
  right: AddressRaw | undefined,
): readonly FieldEvidence[] {
  if (left === undefined || right === undefined) return [];
  const a = addressKind.canonicalise(left);
  const b = addressKind.canonicalise(right);
  if (!a.ok || !b.ok)
    return [
      ...weigh('city', alike(fold(left.city ?? ''), fold(right.city ?? ''))),
      ...weigh(
        'postcode',
        postcodeLevel(
          a.ok ? a.value.postalCode : left.postalCode,
          b.ok ? b.value.postalCode : right.postalCode,
        ),
      ),
    ];
  return homes(a.value, b.value);
}

function homes(a: Address, b: Address): readonly FieldEvidence[] {
  const { level } = addressKind.compare(a, b);
  const oneHouse = level === 'exact' || level === 'building';
  const street = oneHouse || level === 'street' ? 'equal' : streetLevel(a, b);
  const crossed =
    street === 'conflict' &&
    (isAlike(extra(a), b.street.join('')) || isAlike(a.street.join(''), extra(b)));
  if (crossed) return [...weigh('extra', 'equal'), ...places(a, b)];
  return [
    ...weigh('street', street),
    ...(street === 'conflict'
      ? []
      : weigh('house', oneHouse ? 'equal' : equality(a.number, b.number))),
    ...weigh('inside', equality(insideOf(a), insideOf(b))),
    ...weigh('extra', alike(extra(a), extra(b))),
    ...places(a, b),
  ];
}

function places(a: Address, b: Address): readonly FieldEvidence[] {
  return [
    ...weigh('city', alike(a.city ?? '', b.city ?? '')),
    ...weigh('postcode', postcodeLevel(a.postalCode, b.postalCode)),
  ];
}

/** With and without the kind of street, which is left out, misread and run into the name. */
function streetLevel(a: Address, b: Address): string | undefined {
  const bare = alike(a.street.join(''), b.street.join(''));
  return bare === 'conflict'
    ? alike([...a.street, a.streetType ?? ''].join(''), [...b.street, b.streetType ?? ''].join(''))
    : bare;
}

function extra({ premise, area }: Address): string {
  return [...premise, ...area].join('');
}

/** Equal without spaces, a slip in one letter of five, or different. */
function alike(left: string, right: string): string | undefined {
  const [a, b] = [left.replaceAll(/[^a-z0-9]/g, ''), right.replaceAll(/[^a-z0-9]/g, '')];
  if (a === '' || b === '') return undefined;
  if (a === b) return 'equal';
  return damerau(a, b) <= Math.max(a.length, b.length) / 5 ? 'slip' : 'conflict';
}

/** Lines get exchanged or left out: the house's name then stands where the street is expected. */
function isAlike(left: string, right: string): boolean {
  const level = alike(left, right);
  return level !== undefined && level !== 'conflict';
}

function equality(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined || left === '' || right === '') return undefined;
  return left === right ? 'equal' : 'conflict';
}

function postcodeLevel(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return undefined;
  const distance = damerau(left.toLowerCase(), right.toLowerCase());
  return distance === 0 ? 'equal' : distance === 1 ? 'slip' : 'conflict';
}
