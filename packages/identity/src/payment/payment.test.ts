import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { paymentKind } from './index.ts';
import type { Payment, PaymentRaw } from './payment.ts';

const read = (raw: PaymentRaw): Payment => {
  const result = paymentKind.canonicalise(raw);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
const CARD: PaymentRaw = {
  kind: 'card',
  fingerprint: 'fp_A',
  provider: 'stripe',
  bin: '42424200',
  last4: '1881',
  expiry: '09/31',
};

test.each([
  { left: CARD, right: { ...CARD, provider: ' Stripe ' }, level: 'exact', note: 'one fingerprint' },
  {
    left: CARD,
    right: { ...CARD, fingerprint: 'fp_a' },
    level: 'likely',
    note: 'case counts, the face agrees',
  },
  {
    left: CARD,
    right: { ...CARD, provider: 'adyen' },
    level: 'likely',
    note: 'other provider, the face agrees',
  },
  {
    left: CARD,
    right: { ...CARD, fingerprint: 'fp_B', bin: '424242', expiry: '2031-9' },
    level: 'likely',
    note: 'face written otherwise',
  },
  {
    left: CARD,
    right: { ...CARD, fingerprint: 'fp_B', expiry: '10/31' },
    level: 'none',
    note: 'other expiry',
  },
  {
    left: CARD,
    right: { ...CARD, fingerprint: 'fp_B', last4: '18' },
    level: 'none',
    note: 'unusable last four',
  },
  {
    left: CARD,
    right: { ...CARD, kind: 'wallet' },
    level: 'likely',
    note: 'the card inside a wallet',
  },
  {
    left: { kind: 'iban', fingerprint: 'GB82 WEST 1234 5698 7654 32' },
    right: { kind: 'iban', fingerprint: 'gb82west12345698765432' },
    level: 'exact',
    note: 'IBAN spelling',
  },
  {
    left: { kind: 'paypal', fingerprint: 'A.da@gmail.com' },
    right: { kind: 'paypal', fingerprint: 'ada+x@googlemail.com' },
    level: 'exact',
    note: 'payer mailbox',
  },
  {
    left: { kind: 'paypal', fingerprint: 'qyr5z8xdvjnxq' },
    right: { kind: 'paypal', fingerprint: 'QYR5Z8XDVJNXQ' },
    level: 'exact',
    note: 'payer id',
  },
  {
    left: { kind: 'bank_token', fingerprint: 'x' },
    right: { kind: 'wallet', fingerprint: 'x' },
    level: 'none',
    note: 'other method',
  },
] satisfies { left: PaymentRaw; right: PaymentRaw; level: string; note: string }[])(
  '$level: $note',
  ({ left, right, level }) => {
    const comparison = paymentKind.compare(read(left), read(right));
    expect(comparison).toMatchObject({ level, same: level === 'exact' });
  },
);

test.each([
  { raw: { kind: 'card', fingerprint: '  ' }, note: 'empty fingerprint' },
  { raw: { kind: 'iban', fingerprint: 'GB82 WEST 1234 5698 7654 33' }, note: 'check digits' },
  { raw: { kind: 'iban', fingerprint: 'GB82 WEST I234 5698 7654 32' }, note: 'letter for a digit' },
  { raw: { kind: 'paypal', fingerprint: 'ada@' }, note: 'broken payer mailbox' },
] satisfies { raw: PaymentRaw; note: string }[])('refused: $note', ({ raw }) => {
  const refused = paymentKind.canonicalise(raw);
  expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_payment_unreadable');
});

test('a mask keeps the method and the last four', () => {
  expect(paymentKind.mask(read(CARD))).toBe('card •••1881');
});

const raw = fc.record({
  kind: fc.constantFrom('card', 'bank_token', 'wallet'),
  fingerprint: fc.constantFrom('a', 'A', 'b'),
  provider: fc.constantFrom('one', 'ONE', 'two'),
  last4: fc.constantFrom('1881', '1882'),
  bin: fc.constant('424242'),
  expiry: fc.constant('9/31'),
});

describe('laws', () => {
  property.prop([raw, raw])('sameness is symmetric, and equal keys are exact', (left, right) => {
    const [one, other] = [read(left), read(right)];
    const comparison = paymentKind.compare(one, other);
    expect(paymentKind.compare(other, one)).toEqual(comparison);
    expect(comparison.same).toBe(
      paymentKind.keys(one)[0]?.value === paymentKind.keys(other)[0]?.value,
    );
  });

  property.prop([raw])('an instrument is the same as itself', (each) => {
    expect(paymentKind.compare(read(each), read(each))).toMatchObject({
      same: true,
      similarity: 1,
    });
  });
});
