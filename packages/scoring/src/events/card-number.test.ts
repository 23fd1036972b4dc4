import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isCardNumber, maskLongNumbers } from './card-number.ts';

describe('what counts as a card number', () => {
  it.each([
    { note: 'sixteen digits', text: '4242424242424242', card: true },
    { note: 'fifteen digits', text: '378282246310005', card: true },
    { note: 'in groups', text: '4242 4242 4242 4242', card: true },
    { note: 'with hyphens', text: '4242-4242-4242-4242', card: true },
    { note: 'with no-break spaces and dashes', text: '4242\u00a04242–4242\u20104242', card: true },
    { note: 'white space around', text: ' 4242424242424242\n', card: true },
    { note: 'thirteen digits', text: '4222222222222', card: true },
    { note: 'nineteen digits', text: '6304000000000000000', card: true },
    { note: 'one digit off', text: '4242424242424241', card: false },
    { note: 'twelve digits', text: '424242424242', card: false },
    { note: 'twenty digits', text: '63040000000000000000', card: false },
    { note: 'a letter in it', text: 'x4242424242424242', card: false },
    { note: 'nothing', text: '', card: false },
    { note: 'separators alone', text: '-- -- -- -- -- --', card: false },
  ])('$note', ({ text, card }) => {
    expect(isCardNumber(text)).toBe(card);
  });

  const groups = fc.array(fc.stringMatching(/^(?:\d{1,8}|[a-z -])$/), { maxLength: 12 });
  test.prop([groups])('a masked text shows no run of 13 digits', (parts) => {
    const shown = maskLongNumbers(parts.join('')).replaceAll(/[\s\p{Pd}]/gu, '');
    expect(shown).not.toMatch(/\d{13}/);
  });

  it('leaves an instant as it is', () => {
    expect(maskLongNumbers('2025-01-31 12:00:00.000')).toBe('2025-01-31 12:00:00.000');
  });
});
