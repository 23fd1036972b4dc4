import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { hasCardNumber, isCardNumber, maskLongNumbers } from './card-number.ts';

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
    expect(hasCardNumber(text)).toBe(card);
  });

  it.each([
    { note: 'in a sentence', text: 'card 4242424242424242 exp', card: true },
    { note: 'behind a prefix', text: 'pm_4242424242424242', card: true },
    { note: 'as a mailbox', text: '4242-4242-4242-4242@gmail.com', card: true },
    { note: 'with dots', text: '4242.4242.4242.4242', card: true },
    { note: 'with strokes', text: '4242/4242/4242/4242', card: true },
    { note: 'in full-width digits', text: '４２４２４２４２４２４２４２４２', card: true },
    { note: 'fifteen digits in a sentence', text: 'amex 3782 822463 10005.', card: true },
    { note: 'thirteen digits, a telephone', text: '4222222222222@web.de', card: false },
    { note: 'milliseconds in a name', text: 'spring-1738324800009', card: false },
    { note: 'two days', text: '2025-01-31/2025-02-28', card: false },
    { note: 'an address of a network', text: '203.100.113.200', card: false },
    { note: 'a number of a bank account', text: 'DE89370400440532013000', card: false },
    { note: 'part of a digest', text: 'card_5c37e9b4242424242424242a', card: false },
  ])('in what somebody wrote: $note', ({ text, card }) => {
    expect(hasCardNumber(text)).toBe(card);
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
