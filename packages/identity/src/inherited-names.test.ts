import { expect, test } from 'vitest';
import { KINDS, type Canonicalised } from './index.ts';

/** Words every object answers to, which a table of words must not. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

const everywhere = (word: string): readonly Canonicalised<unknown>[] => {
  const text = `12 ${word} ${word.toLowerCase()} street`;
  const place = { city: word, region: word.toLowerCase(), postalCode: word, country: word };
  return [
    KINDS.email.canonicalise(`${word}@${word}.com`),
    KINDS.phone.canonicalise({ number: '030 901820', region: word }),
    KINDS.address.canonicalise({ lines: [text, word], ...place }),
    KINDS.address.canonicalise({ lines: [text], ...place, country: 'FR' }),
    KINDS.name.canonicalise({ givenName: word, familyName: word.toLowerCase() }),
    KINDS.payment.canonicalise({ kind: 'card', fingerprint: word, provider: word }),
    KINDS.device.canonicalise({ visitorId: word, components: { [word]: { value: word } } }),
  ];
};

test.each(INHERITED)('`%s` is a word like any other', (word) => {
  expect(everywhere(word)).toHaveLength(7);
  const [name] = [KINDS.name.canonicalise({ fullName: `${word} ${word}` })];
  if (name.ok) expect(KINDS.name.compare(name.value, name.value).same).toBe(true);
});
