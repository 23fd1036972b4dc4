import { describe, expect, it, test } from 'vitest';
import { repositoryPolicy } from '../../../test/support/small-world.ts';
import { scorePair, type PairInput } from './score-pair.ts';

const POLICY = repositoryPolicy();
const NOW = Date.UTC(2025, 0, 1);
const card = (fingerprint: string): object => ({ kind: 'card', provider: 'stripe', fingerprint });

describe('a pair as somebody writes it down', () => {
  it.each<{ note: string; pair: PairInput; action: string; code?: string }>([
    {
      note: 'strangers',
      pair: { referrer: { email: 'ann@web.de' }, referee: { email: 'bo@gmx.de' } },
      action: 'pay',
    },
    {
      note: 'nothing is known but that they exist',
      pair: { referrer: {}, referee: { email: 'bo@gmx.de' } },
      action: 'pay',
    },
    {
      note: 'one mailbox',
      pair: { referrer: { email: 'a.lee@gmail.com' }, referee: { email: 'alee+1@gmail.com' } },
      action: 'review',
      code: 'SUSPICIOUS_PAIR',
    },
    {
      note: 'one card, in the programme that blocks on it',
      pair: {
        referrer: { payment: card('fp1') },
        referee: { payment: card('fp1') },
        reward: { programmeId: 'guest-credit' },
      },
      action: 'void',
      code: 'SHARED_PAYMENT_INSTRUMENT',
    },
    {
      note: 'an order that was refunded',
      pair: {
        referrer: { email: 'ann@web.de' },
        referee: { email: 'bo@gmx.de' },
        order: { status: 'refunded' },
      },
      action: 'void',
      code: 'ORDER_UNDONE',
    },
  ])('$note: $action', async ({ pair, action, code }) => {
    const scored = await scorePair(pair, POLICY, NOW);
    expect(scored).toMatchObject({ ok: true, value: { action, at: NOW } });
    expect(scored.ok && scored.value.reasons[0]?.code).toBe(code);
  });
});

test('a misspelt field is reported with the nearest known one', async () => {
  const scored = await scorePair({ referrer: { emial: 'a@web.de' }, referee: {} }, POLICY, NOW);
  expect(scored).toMatchObject({
    ok: false,
    problems: [{ code: 'event_unknown_key', hint: 'email' }],
  });
});
