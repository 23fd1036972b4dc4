import { addressKind, type Address } from '@doubletake/identity';
import { rawAddress } from '../identifier/raw.ts';
import { inspectable, type Finding, type Inspectable } from './inspectable.ts';

/** Parts of an address, in the order they are shown. */
const PARTS = [
  'number',
  'building',
  'staircase',
  'floor',
  'unit',
  'street',
  'streetType',
  'directional',
  'premise',
  'city',
  'area',
  'region',
  'postalCode',
  'country',
] as const satisfies readonly (keyof Address)[];

/** Postal addresses, taken apart. */
export const addressInspectable: Inspectable = inspectable(addressKind, {
  tells: 'its parts, from house number to country',
  keys: ['address'],
  raw: rawAddress,
  findings: (address) => ({
    canonical: address.canonical,
    class: classOf(address),
    ...Object.fromEntries(PARTS.map((part): [string, Finding] => [part, address[part]])),
  }),
});

function classOf({ street, unit, number }: Address): string {
  if (street.join(' ') === 'po box') return 'po box';
  if (unit !== undefined) return 'unit';
  return number === undefined ? 'street' : 'building';
}
