import type { IdentityErrorCode } from './errors.ts';
import type { IdentityProblem } from './kind.ts';

const LONGEST_TEXT = 80;

const MESSAGES: Readonly<Record<IdentityErrorCode, string>> = {
  identity_email_unreadable: 'is no e-mail address: expected `name@domain.tld`',
  identity_phone_unreadable: 'is no phone number: expected at least 4 digits',
  identity_address_unreadable: 'is no address: expected a street or a house name',
  identity_name_unreadable: 'is no name: expected letters',
  identity_payment_unreadable: 'is no payment instrument: expected a fingerprint or token',
  identity_device_unreadable:
    'is no device: expected a visitor id, an installation id or components',
  identity_ip_unreadable: 'is no ip address: expected four decimal parts or an ipv6 address',
};

/** Reports a written value that could not be read, with the offending text cut to 80 characters. */
export function unreadable(
  code: IdentityErrorCode,
  raw: string,
): { readonly ok: false; readonly problem: IdentityProblem } {
  const text = raw.slice(0, LONGEST_TEXT);
  const message = `\`${text}\` ${MESSAGES[code]}`;
  return { ok: false, problem: { code, message, text } };
}
