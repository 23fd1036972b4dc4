import type { Comparison, Kind } from '../kind.ts';
import { canonicalisePayment } from './canonicalise.ts';
import type { Payment, PaymentRaw } from './payment.ts';

export type { Payment, PaymentMethod, PaymentRaw } from './payment.ts';

/** Rungs of the payment ladder, strongest first; `likely` is a card with the same face under another fingerprint. */
export type PaymentLevel = 'exact' | 'likely' | 'none';

/** Payment instruments, known by the provider's fingerprint. */
export const paymentKind: Kind<PaymentRaw, Payment> = {
  kind: 'payment',
  canonicalise: canonicalisePayment,
  compare: comparePayments,
  keys: (payment) => [{ type: 'payment', value: payment.canonical }],
  mask: (payment) => `${payment.method} •••${payment.tail}`,
};

function comparePayments(left: Payment, right: Payment): Comparison {
  const level = levelOf(left, right);
  if (level === 'exact') {
    return { level, same: true, similarity: 1, why: ['one fingerprint from one provider'] };
  }
  if (level === 'likely') {
    const why = ['first six digits, last four and expiry agree'];
    return { level, same: false, similarity: 0.8, why };
  }
  return { level, same: false, similarity: 0, why: [] };
}

function levelOf(left: Payment, right: Payment): PaymentLevel {
  if (left.canonical === right.canonical) return 'exact';
  return left.face !== undefined && left.face === right.face ? 'likely' : 'none';
}
