import { addressKind, type Address, type AddressRaw } from './address/index.ts';
import type { Device, DeviceRaw } from './device/device.ts';
import { deviceKind } from './device/index.ts';
import type { Email } from './email/email.ts';
import { emailKind } from './email/index.ts';
import { ipKind } from './ip/index.ts';
import type { Ip } from './ip/ip.ts';
import type { IdentifierKind, Kind } from './kind.ts';
import { nameKind, type NameRaw, type PersonName } from './name/index.ts';
import { paymentKind } from './payment/index.ts';
import type { Payment, PaymentRaw } from './payment/payment.ts';
import { phoneKind } from './phone/index.ts';
import type { Phone, PhoneRaw } from './phone/phone.ts';

/** What each kind is written as, and what it becomes. */
export interface IdentifierTypes {
  readonly email: { readonly raw: string; readonly value: Email };
  readonly phone: { readonly raw: PhoneRaw; readonly value: Phone };
  readonly address: { readonly raw: AddressRaw; readonly value: Address };
  readonly name: { readonly raw: NameRaw; readonly value: PersonName };
  readonly payment: { readonly raw: PaymentRaw; readonly value: Payment };
  readonly device: { readonly raw: DeviceRaw; readonly value: Device };
  readonly ip: { readonly raw: string; readonly value: Ip };
}

/** Every kind of identifier, one row each, in the order they are shown. */
export const KINDS: {
  readonly [Name in IdentifierKind]: Kind<
    IdentifierTypes[Name]['raw'],
    IdentifierTypes[Name]['value']
  >;
} = {
  email: emailKind,
  phone: phoneKind,
  address: addressKind,
  name: nameKind,
  payment: paymentKind,
  device: deviceKind,
  ip: ipKind,
};
