import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { canonicaliseEmail } from '../email/canonicalise.ts';
import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import type { Payment, PaymentMethod, PaymentRaw } from './payment.ts';

/** Reads a fingerprint within its method; nothing when it cannot be one. */
type ReadFingerprint = (text: string, provider: string) => string | undefined;

/** A fingerprint means something within one payment provider only, and its letters' case counts. */
const opaque: ReadFingerprint = (text, provider) => `${provider}:${text}`;

/** How each method's fingerprint becomes canonical. */
const READ: Record<PaymentMethod, ReadFingerprint> = {
  card: opaque,
  bank_token: opaque,
  wallet: opaque,
  paypal: (text) => (text.includes('@') ? mailbox(text) : text.toUpperCase()),
  iban: (text) => {
    const iban = electronicFormatIBAN(text) ?? '';
    return isValidIBAN(iban) ? iban : undefined;
  },
};

/** Canonicalises an instrument. Refuses an empty fingerprint and an account number that fails its check digits. */
export function canonicalisePayment(raw: PaymentRaw): Canonicalised<Payment> {
  const text = raw.fingerprint.normalize('NFKC').trim();
  const read =
    text === '' ? undefined : READ[raw.kind](text, (raw.provider ?? '').trim().toLowerCase());
  if (read === undefined) return unreadable('identity_payment_unreadable', raw.fingerprint);
  const canonical = `${raw.kind}:${read}`;
  const face = raw.kind === 'card' || raw.kind === 'wallet' ? faceOf(raw) : undefined;
  return {
    ok: true,
    value: { canonical, method: raw.kind, face, tail: raw.last4 ?? read.slice(-4) },
  };
}

function mailbox(text: string): string | undefined {
  const email = canonicaliseEmail(text, () => false);
  return email.ok ? email.value.canonical : undefined;
}

function faceOf(raw: PaymentRaw): string | undefined {
  const bin = raw.bin?.trim();
  const last4 = raw.last4?.trim();
  const ends = monthOf(raw.expiry?.trim() ?? '');
  if (bin === undefined || last4 === undefined || ends === undefined) return undefined;
  if (!/^\d{6,8}$/u.test(bin) || !/^\d{4}$/u.test(last4)) return undefined;
  // Providers report 6 or 8 digits of one card (ISO/IEC 7812-1:2017); the first 6 are common to both.
  return `${bin.slice(0, 6)}|${last4}|${ends}`;
}

function monthOf(expiry: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})$/u.exec(expiry);
  const face = /^(\d{1,2})\s*[/-]?\s*(\d{4}|\d{2})$/u.exec(expiry);
  const [year, month] = iso === null ? [face?.[2], face?.[1]] : [iso[1], iso[2]];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12)
    return undefined;
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}`;
}
