export {
  createEmailKind,
  DISPOSABLE_LISTS,
  disposableTest,
  emailKind,
  isSuspicious,
  type DisposableLists,
  type DisposableVerdict,
  type Email,
  type EmailClass,
  type EmailLevel,
} from './email/index.ts';
export { phoneKind, type Phone, type PhoneLevel, type PhoneRaw } from './phone/index.ts';
export {
  paymentKind,
  type Payment,
  type PaymentLevel,
  type PaymentMethod,
  type PaymentRaw,
} from './payment/index.ts';
export {
  deviceKind,
  type Device,
  type DeviceLevel,
  type DeviceParts,
  type DeviceRaw,
  type PartName,
  type Platform,
} from './device/index.ts';
export { ipKind, type Ip, type IpLevel, type IpRange } from './ip/index.ts';
export { addressKind, type Address, type AddressLevel, type AddressRaw } from './address/index.ts';
export {
  nameKind,
  type NameLevel,
  type NameRaw,
  type NameToken,
  type PersonName,
} from './name/index.ts';
export {
  comparePersons,
  readPersonRecord,
  type PersonLevel,
  type PersonRecord,
} from './person/index.ts';
export { KINDS, type IdentifierTypes } from './kinds.ts';
export { IDENTITY_ERROR_CODES, type IdentityErrorCode } from './errors.ts';
export {
  KEY_TYPES,
  type Canonicalised,
  type Comparison,
  type IdentifierKey,
  type IdentifierKind,
  type IdentityProblem,
  type KeyType,
  type Kind,
} from './kind.ts';
export { IDENTITY_VERSION } from './version.ts';
export { forgetTexts } from './remembered.ts';
