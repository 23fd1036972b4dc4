export { createEmailKind, emailKind } from './email/index.ts';
export { isSuspicious, type EmailLevel } from './email/compare.ts';
export type { Email, EmailClass } from './email/email.ts';
export { disposableTest, type DisposableVerdict } from './email/disposable.ts';
export { DISPOSABLE_LISTS, type DisposableLists } from './email/disposable-lists.ts';
export { phoneKind, type PhoneLevel } from './phone/index.ts';
export type { Phone, PhoneRaw } from './phone/phone.ts';
export { paymentKind, type PaymentLevel } from './payment/index.ts';
export type { Payment, PaymentMethod, PaymentRaw } from './payment/payment.ts';
export { deviceKind } from './device/index.ts';
export type { DeviceLevel } from './device/compare.ts';
export type { Device, DeviceParts, DeviceRaw, PartName, Platform } from './device/device.ts';
export { ipKind, type IpLevel } from './ip/index.ts';
export type { Ip, IpRange } from './ip/ip.ts';
export { addressKind, type Address, type AddressLevel, type AddressRaw } from './address/index.ts';
export {
  nameKind,
  type NameLevel,
  type NameRaw,
  type NameToken,
  type PersonName,
} from './name/index.ts';
export { KINDS, type IdentifierTypes } from './kinds.ts';
export { IDENTITY_ERROR_CODES, type IdentityErrorCode } from './errors.ts';
export type {
  Canonicalised,
  Comparison,
  IdentifierKey,
  IdentifierKind,
  IdentityProblem,
  KeyType,
  Kind,
} from './kind.ts';
export { IDENTITY_VERSION } from './version.ts';
