import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { isSuspicious } from './compare.ts';
import type { Email } from './email.ts';
import { emailKind } from './index.ts';

const read = (text: string): Email => {
  const result = emailKind.canonicalise(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
const levelOf = (left: string, right: string): string =>
  emailKind.compare(read(left), read(right)).level;

describe('canonical form', () => {
  test.each([
    { text: 'Ada.Byron+shop@GoogleMail.com', canonical: 'adabyron@gmail.com', note: 'Gmail' },
    { text: 'a..da.@gmail.com', canonical: 'ada@gmail.com', note: 'dots where RFC allows none' },
    { text: '+shop@gmail.com', canonical: '+shop@gmail.com', note: 'a tag needs a name' },
    { text: 'Ada.Byron+x@Outlook.com', canonical: 'ada.byron@outlook.com', note: 'Microsoft dots' },
    { text: 'adab-shop@yahoo.co.uk', canonical: 'adab-@yahoo.co.uk', note: 'Yahoo keyword' },
    { text: 'ada+x@yahoo.com', canonical: 'ada+x@yahoo.com', note: 'Yahoo has no plus' },
    { text: 'ada+x@me.com', canonical: 'ada@icloud.com', note: 'three iCloud domains' },
    { text: 'a.d_a-b+x@pm.me', canonical: 'adab@proton.me', note: 'Proton ignores punctuation' },
    { text: 'ada.b+x@ya.ru', canonical: 'ada-b@yandex.ru', note: 'Yandex dot is a hyphen' },
    {
      text: 'shop@ada-b.fastmail.com',
      canonical: 'ada_b@fastmail.com',
      note: 'Fastmail sub-domain',
    },
    { text: 'ada+x@sent.com', canonical: 'ada@sent.com', note: 'Fastmail’s other domains' },
    { text: 'ada+x@gmx.de', canonical: 'ada+x@gmx.de', note: 'no plus at GMX' },
    { text: 'ada+x@acme.io', canonical: 'ada+x@acme.io', note: 'unknown provider keeps the tag' },
    { text: 'shop@ada.anonaddy.com', canonical: '*@ada.anonaddy.com', note: 'relay sub-domain' },
    { text: ' mailto:ada@acme.io ', canonical: 'ada@acme.io', note: 'link and blanks' },
    { text: 'Ada B <ada@acme.io>', canonical: 'ada@acme.io', note: 'display name' },
    { text: '"ada"@acme.io', canonical: 'ada@acme.io', note: 'needless quotes' },
    { text: '"ada,b"@acme.io', canonical: '"ada,b"@acme.io', note: 'needed quotes' },
    { text: 'ada . b@acme.io', canonical: 'ada.b@acme.io', note: 'blanks around dots' },
    { text: 'ada@acme.io.', canonical: 'ada@acme.io', note: 'rooted domain' },
    { text: 'ada@BÜCHER.example', canonical: 'ada@xn--bcher-kva.example', note: 'IDN' },
    { text: 'a\u200Bda@acme.io', canonical: 'ada@acme.io', note: 'zero-width space' },
    { text: 'ａｄａ＠acme.io', canonical: 'ada@acme.io', note: 'full width' },
  ])('$note: $text', ({ text, canonical }) => {
    expect(read(text).canonical).toBe(canonical);
  });

  test.each([
    'ada',
    'ada@',
    '@acme.io',
    'ada@acme',
    'ada@-acme.io',
    'ada@[192.0.2.1]',
    'ada@acme.io, bob@acme.io',
    'a@b@acme.io',
    '"ada b"@acme.io',
    `${'a'.repeat(250)}@acme.io`,
  ])('%s is refused', (text) => {
    const refused = emailKind.canonicalise(text);
    expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_email_unreadable');
  });

  test('the rules applied are named', () => {
    expect(read('a.da+x@googlemail.com').applied).toEqual([
      'Gmail: one mailbox on all its domains',
      'Gmail: a tag does not count',
      'Gmail: punctuation does not count',
    ]);
  });
});

test.each([
  { text: 'ada@gmail.com', class: 'free', note: 'freemail' },
  { text: 'info@gmail.com', class: 'free', note: 'a role name at a freemail is a person’s choice' },
  { text: 'info@acme.io', class: 'role', note: 'RFC 2142' },
  { text: 'ada@acme.io', class: 'personal', note: 'a domain of its own' },
  { text: 'x7f@privaterelay.appleid.com', class: 'relay', note: 'Hide My Email' },
  { text: 'x@ada.mozmail.com', class: 'relay', note: 'relay sub-domain' },
  { text: 'ada@mailinator.com', class: 'disposable', note: 'listed' },
  { text: 'ada@mail.example.org', class: 'placeholder', note: 'RFC 2606' },
  { text: 'ada@shop.test', class: 'placeholder', note: 'RFC 6761' },
  { text: 'ada@localhost', class: 'placeholder', note: 'RFC 6761' },
])('$text is $class ($note)', ({ text, class: expected }) => {
  expect(read(text).class).toBe(expected);
});

describe('ladder', () => {
  test.each([
    { left: 'a.da@gmail.com', right: 'ada+x@googlemail.com', level: 'exact', note: 'Gmail' },
    { left: 'ada-x@yahoo.com', right: 'ada-y@yahoo.com', level: 'exact', note: 'one Yahoo base' },
    {
      left: 'ada-x@yahoo.com',
      right: 'ada@yahoo.com',
      level: 'probable',
      note: 'base is no login',
    },
    { left: 'ada+x@acme.io', right: 'ada@acme.io', level: 'probable', note: 'unknown tag rule' },
    { left: 'аda@acme.io', right: 'ada@acme.io', level: 'lookalike', note: 'Cyrillic а' },
    { left: 'adarn@acme.io', right: 'adam@acme.io', level: 'lookalike', note: 'rn for m' },
    {
      left: 'a.da+x@gmаil.com',
      right: 'ada@gmail.com',
      level: 'lookalike',
      note: 'Cyrillic domain',
    },
    { left: 'ada@gmial.com', right: 'a.da@gmail.com', level: 'typo', note: 'swapped letters' },
    { left: 'ada@hotmail.con', right: 'ada@hotmail.com', level: 'typo', note: 'no such ending' },
    { left: 'ada@acme.cmo', right: 'ada@acme.com', level: 'typo', note: 'ending of any domain' },
    {
      left: 'ada@gmail.con',
      right: 'ada@gmail.cpm',
      level: 'typo',
      note: 'two slips, one address',
    },
    { left: 'adab1@gmail.com', right: 'adab2@gmail.com', level: 'base', note: 'counter' },
    { left: 'ada.b@gmx.de', right: 'adab@web.de', level: 'base', note: 'other provider' },
    { left: 'ada@acme.io', right: 'bob@mail.acme.io', level: 'domain', note: 'own domain' },
    { left: 'ada@gmail.com', right: 'bob@gmail.com', level: 'none', note: 'freemail domain' },
    {
      left: 'ada@outlook.com',
      right: 'ada@hotmail.com',
      level: 'none',
      note: 'no aliases, base too short',
    },
    { left: 'ada+x@web.de', right: 'ada@web.de', level: 'none', note: 'no plus at web.de' },
    { left: 'info@acme.io', right: 'info@other.io', level: 'none', note: 'role names are no base' },
    {
      left: 'ada@книга.рф',
      right: 'ada@kniga.ru',
      level: 'none',
      note: 'a transliteration is no lookalike',
    },
  ])('$level: $left and $right ($note)', ({ left, right, level }) => {
    expect(levelOf(left, right)).toBe(level);
  });

  test('only levels that hide one mailbox behind two spellings are suspicious', () => {
    const levels = ['exact', 'probable', 'lookalike', 'typo', 'base', 'domain', 'none'];
    expect(levels.filter(isSuspicious)).toEqual(['exact', 'probable', 'lookalike', 'typo']);
  });
});

test.each([
  { text: 'ada.byron@acme.io', keys: ['email', 'email.base', 'email.domain'], note: 'own domain' },
  { text: 'ada.byron@gmail.com', keys: ['email', 'email.base'], note: 'freemail domain' },
  { text: 'ada@gmail.com', keys: ['email'], note: 'short base' },
  { text: 'ada.byron@duck.com', keys: ['email'], note: 'relay names are made up' },
  { text: 'ada.byron@mailinator.com', keys: ['email', 'email.base'], note: 'shared domain' },
  { text: 'ada.byron@example.com', keys: [], note: 'placeholder identifies nobody' },
])('$text has keys $keys ($note)', ({ text, keys }) => {
  expect(emailKind.keys(read(text)).map(({ type }) => type)).toEqual(keys);
});

test('a mask keeps the domain and the first letter', () => {
  expect(emailKind.mask(read('ada@acme.io'))).toBe('a•••@acme.io');
});

const localPart = fc.stringMatching(/^[A-Za-z0-9._+аеΑ-]{1,12}$/u);
const domain = fc.constantFrom(
  'gmail.com',
  'GoogleMail.com',
  'yahoo.fr',
  'hotmail.com',
  'me.com',
  'pm.me',
  'yandex.kz',
  'ada.fastmail.fm',
  'fastmail.com',
  'web.de',
  'acme.io',
  'bücher.de',
  'ada.mozmail.com',
  'gmial.com',
  'gmаil.com',
  'acme.cmo',
  'example.com',
);
const address = fc.tuple(localPart, domain).map(([local, at]) => `${local}@${at}`);

describe('laws', () => {
  property.prop([address])('canonicalising twice changes nothing', (text) => {
    const once = read(text);
    expect(read(once.canonical)).toEqual({ ...once, applied: read(once.canonical).applied });
  });

  property.prop([fc.string({ unit: 'grapheme' })])(
    'a local part of any script keeps its canonical form',
    (local) => {
      const once = emailKind.canonicalise(`${local}@acme.io`);
      if (once.ok) expect(read(once.value.canonical).canonical).toBe(once.value.canonical);
    },
  );

  property.prop([address, address])('sameness is symmetric', (left, right) => {
    const { level, same, similarity } = emailKind.compare(read(left), read(right));
    expect(emailKind.compare(read(right), read(left))).toMatchObject({ level, same, similarity });
  });

  property.prop([address])('an address is the same as itself', (text) => {
    expect(emailKind.compare(read(text), read(text))).toMatchObject({ same: true, similarity: 1 });
  });

  property.prop([localPart, domain, domain])(
    'addresses that share a key stand on the ladder',
    (local, one, other) => {
      const [left, right] = [read(`${local}@${one}`), read(`${local}@${other}`)];
      const keys = new Set(emailKind.keys(left).map(({ type, value }) => `${type} ${value}`));
      const shared = emailKind.keys(right).some(({ type, value }) => keys.has(`${type} ${value}`));
      if (shared) expect(emailKind.compare(left, right).level).not.toBe('none');
    },
  );

  property.prop([fc.string()])('any text is read or refused, never thrown at', (text) => {
    const result = emailKind.canonicalise(text);
    expect(result.ok || result.problem.text === text.slice(0, 80)).toBe(true);
  });
});
