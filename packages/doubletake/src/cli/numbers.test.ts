import { describe, expect, it } from 'vitest';
import { amount, count, counted, decimal, signed } from './numbers.ts';

describe('numbers', () => {
  it.each([
    { note: 'thousands are set apart', shown: count(1234567), wanted: '1,234,567' },
    { note: 'one is one', shown: counted(1, 'line'), wanted: '1 line' },
    { note: 'none is many', shown: counted(0, 'line'), wanted: '0 lines' },
    { note: 'decimals are kept', shown: decimal(2, 1), wanted: '2.0' },
    { note: 'a minus is a minus, not a hyphen', shown: signed(-0.5, 1), wanted: '−0.5' },
    { note: 'a plus is shown', shown: signed(2, 2), wanted: '+2.00' },
    { note: 'what rounds to nothing has no sign', shown: signed(-0.04, 1), wanted: '0.0' },
    {
      note: 'euro have cents',
      shown: amount({ minor: 102_000, currency: 'EUR' }),
      wanted: '1,020.00',
    },
    { note: 'yen have none', shown: amount({ minor: 2000, currency: 'JPY' }), wanted: '2,000' },
    {
      note: 'dinars have three decimals',
      shown: amount({ minor: 2000, currency: 'KWD' }),
      wanted: '2.000',
    },
  ])('$note', ({ shown, wanted }) => expect(shown).toBe(wanted));
});
