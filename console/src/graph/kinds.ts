import type { SharedValue } from '@doubletake/scoring';

/** How a kind of value is drawn: never by its colour alone. */
export interface DrawnKind {
  readonly name: string;
  /** A closed path around 0, 0, some 11 units in each direction. */
  readonly path: string;
}

/** Kinds in the order of the legend. */
export const DRAWN_KINDS: Readonly<Record<SharedValue['kind'], DrawnKind>> = {
  payment: { name: 'Payment', path: 'M-13 -8.5H13V8.5H-13Z' },
  device: { name: 'Device', path: 'M-9.5 -9.5H9.5V9.5H-9.5Z' },
  address: { name: 'Address', path: 'M0 -12L11 -2.5V9.5H-11V-2.5Z' },
  email: { name: 'E-mail', path: 'M0 -12.5L12.5 0L0 12.5L-12.5 0Z' },
  phone: { name: 'Phone', path: 'M0 -12L12 9H-12Z' },
  name: { name: 'Name', path: 'M-10.5 0A10.5 10.5 0 1 1 10.5 0A10.5 10.5 0 1 1 -10.5 0Z' },
  ip: { name: 'IP address', path: 'M-6 -10.5H6L12 0L6 10.5H-6L-12 0Z' },
};

/** In what respect a value is shared, where that is less than all of it. */
const RESPECTS: Readonly<Record<SharedValue['type'], string>> = {
  email: 'same mailbox',
  'email.base': 'same mailbox but for what stands behind a plus sign',
  'email.domain': 'same domain',
  phone: 'same number',
  address: 'same home',
  building: 'same building',
  name: 'same name',
  surname: 'same family name',
  payment: 'same instrument',
  installation: 'same browser profile',
  visitor: 'same device',
  hardware: 'same make of device',
  ip: 'same address',
};

/** In words, in what respect a value is shared. */
export function respectOf(type: SharedValue['type']): string {
  return RESPECTS[type];
}
