import { addressKind, type Address, type AddressRaw } from './address/index.ts';
import { deviceKind, type Device, type DeviceRaw } from './device/index.ts';
import { emailKind, type Email } from './email/index.ts';
import { ipKind, type Ip } from './ip/index.ts';
import type { IdentifierKind, Kind } from './kind.ts';
import { nameKind, type NameRaw, type PersonName } from './name/index.ts';
import { paymentKind, type Payment, type PaymentRaw } from './payment/index.ts';
import { phoneKind, type Phone, type PhoneRaw } from './phone/index.ts';

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
