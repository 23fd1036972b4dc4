import type { AddressRaw, DeviceRaw, NameRaw, PaymentRaw, PhoneRaw } from '@doubletake/identity';
import { readObserved, type Reading, type Written } from './written.ts';

/** E-mail text. */
export function rawEmail({ value }: Written): Reading<string> {
  return readObserved('email', value);
}

/** A number as text, dialled in the hinted region, or `{ number, region }`. */
export function rawPhone({ value, hints: { region } }: Written): Reading<PhoneRaw> {
  if (typeof value !== 'string') return readObserved('phone', value);
  return readObserved('phone', { number: value, ...(region === undefined ? {} : { region }) });
}

/** An address in one text, in the hinted country, or its parts. */
export function rawAddress({ value, hints: { country } }: Written): Reading<AddressRaw> {
  if (typeof value !== 'string') return readObserved('address', value);
  return readObserved('address', {
    lines: [value],
    ...(country === undefined ? {} : { country }),
  });
}

/** A whole name as text, or its parts. */
export function rawName({ value }: Written): Reading<NameRaw> {
  return readObserved('person', typeof value === 'string' ? { fullName: value } : value);
}

/** An instrument as the payment provider reports it. */
export function rawPayment({ value }: Written): Reading<PaymentRaw> {
  return readObserved('payment', value);
}

/** A device snapshot as the collector returns it. */
export function rawDevice({ value }: Written): Reading<DeviceRaw> {
  return readObserved('device', value);
}

/** Text of an Internet address. */
export function rawIp({ value }: Written): Reading<string> {
  return readObserved('ip', value);
}
