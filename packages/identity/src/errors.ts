/** Every reason an identifier can be refused. A closed list: README and types are held equal by a test. */
export type IdentityErrorCode = (typeof IDENTITY_ERROR_CODES)[number];

/** The codes as data, in the order of the kinds. */
export const IDENTITY_ERROR_CODES = [
  'identity_email_unreadable',
  'identity_phone_unreadable',
  'identity_address_unreadable',
  'identity_name_unreadable',
  'identity_payment_unreadable',
  'identity_device_unreadable',
  'identity_ip_unreadable',
] as const;
