import { DAY, printInstant } from '@doubletake/scoring';

/** When the commands run. */
export const NOW: number = Date.UTC(2026, 5, 1);
export const ago = (days: number): string => printInstant(NOW - days * DAY);

/** What was told of a referral whose reward is due. */
export const EVENTS: readonly Readonly<Record<string, unknown>>[] = [
  {
    type: 'account.observed',
    at: ago(200),
    accountId: 'ada',
    email: 'ada@quill.example.org',
    payment: { kind: 'card', provider: 'acme', fingerprint: 'fp_1' },
    device: { visitorId: 'v1', version: '5.0.0' },
    ip: '198.51.100.7',
  },
  { type: 'account.observed', at: ago(40), accountId: 'ben', email: 'ben@gmail.com' },
  { type: 'account.observed', at: ago(30), accountId: 'ada-2', phone: { number: '+14155550123' } },
  {
    type: 'referral.attributed',
    at: ago(40),
    referralId: 'f1',
    programmeId: 'guest-credit',
    referrerId: 'ada',
    refereeId: 'ben',
  },
  {
    type: 'order.updated',
    at: ago(30),
    orderId: 'o1',
    accountId: 'ben',
    status: 'completed',
    payment: { kind: 'card', provider: 'acme', fingerprint: 'fp_2' },
  },
  {
    type: 'reward.accrued',
    at: ago(30),
    rewardId: 'w1',
    programmeId: 'guest-credit',
    referralId: 'f1',
    orderId: 'o1',
    beneficiaryId: 'ada',
    side: 'referrer',
    channel: 'referral',
    kind: 'credit',
    amount: { minor: 2000, currency: 'EUR' },
  },
  { type: 'reward.due', at: ago(2), rewardId: 'w1' },
].map((event, index) => ({ id: `e${index}`, ...event }));
/** What was told of a referral whose reward is due, a line each. */
export const LINES: string = EVENTS.map((event) => `${JSON.stringify(event)}\n`).join('');
