import { expect, it } from 'vitest';
import { parseEventLine } from './parse.ts';
import { renderProblem } from './render-problem.ts';

const head = '"id":"e1","at":"2025-01-31T12:00:00Z"';
const seen = (fields: string): string =>
  `{${head},"type":"account.observed","accountId":"a1",${fields}}`;
const order = (fields: string): string =>
  `{${head},"type":"order.updated","orderId":"o1","accountId":"a1",${fields}}`;
const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

const REFUSED = [
  { note: 'no JSON', line: '{"id":"e1",' },
  { note: 'no JSON, with a card number in it', line: '{"card": 4242 4242 4242 4242}' },
  { note: 'too large', line: seen(`"email":"${'x'.repeat(65_536)}"`) },
  { note: 'a list', line: '[1]' },
  { note: 'null', line: 'null' },
  { note: 'no type', line: `{${head}}` },
  { note: 'a type that is no text', line: `{${head},"type":7}` },
  { note: 'a type misspelt', line: `{${head},"type":"acount.observed","accountId":"a1"}` },
  { note: 'a type nobody knows', line: `{${head},"type":"coupon.redeemed"}` },
  { note: 'a type from the prototype', line: `{${head},"type":"constructor"}` },
  { note: 'nothing but a type', line: '{"type":"reward.accrued"}' },
  { note: 'nothing observed', line: `{${head},"type":"account.observed","accountId":"a1"}` },
  { note: 'a person without anything', line: seen('"person":{}') },
  {
    note: 'a device of which only its confidence is known',
    line: seen('"device":{"confidence":1}'),
  },
  { note: 'a network without a verdict', line: seen('"network":{}') },
  { note: 'a key misspelt', line: seen('"emial":"ann@example.com"') },
  {
    note: 'a key other systems use',
    line: seen('"address":{"lines":["1 Main St"],"zip":"10115"}'),
  },
  { note: 'a key nobody knows', line: seen('"email":"ann@example.com","shoeSize":43') },
  { note: 'a key in another case', line: seen('"Email":"ann@example.com"') },
  { note: 'prototype keys', line: seen('"ip":"192.0.2.1","__proto__":{},"constructor":1') },
  { note: 'a key with slash and tilde', line: seen('"ip":"192.0.2.1","a/b~c":1') },
  { note: 'null for a text', line: seen('"email":null') },
  { note: 'a number for a text', line: seen('"email":17') },
  { note: 'a text for an object', line: seen('"phone":"+33 1 70 18 99 00"') },
  { note: 'a list for an object', line: seen('"address":["1 Main St"]') },
  { note: 'a text for a list', line: seen('"address":{"lines":"1 Main St"}') },
  { note: 'a blank text', line: seen('"email":"  "') },
  { note: 'a NUL', line: seen(String.raw`"status":"a\u0000b"`) },
  { note: 'half a character', line: seen(String.raw`"status":"\ud800"`) },
  { note: 'a text too long', line: seen(`"email":"${'x'.repeat(513)}"`) },
  { note: 'an id too long', line: seen(`"organisationId":"${'x'.repeat(201)}"`) },
  { note: 'an id of two lines', line: seen(String.raw`"organisationId":"a\nb"`) },
  { note: 'an id of which a letter was lost', line: seen('"organisationId":"M\uFFFDller"') },
  { note: 'an empty list', line: seen('"roles":[]') },
  { note: 'too many lines', line: seen(`"address":{"lines":[${Array(9).fill('"x"').join()}]}`) },
  { note: 'an unknown role', line: seen('"roles":["customer","custmer","boss"]') },
  { note: 'no calendar day', line: seen('"person":{"birthDate":"1990-02-30"}') },
  { note: 'no instant', line: seen('"createdAt":"2025-01-31 12:00"') },
  { note: 'an instant that means none', line: seen('"createdAt":"0001-01-01T00:00:00Z"') },
  { note: 'epoch milliseconds', line: seen('"createdAt":1738324800000') },
  { note: 'an unknown payment kind', line: seen('"payment":{"kind":"crad","fingerprint":"f1"}') },
  { note: 'a payment without token', line: seen('"payment":{"kind":"card","last4":"12345"}') },
  {
    note: 'no expiry',
    line: order('"status":"created","payment":{"kind":"card","fingerprint":"f","expiry":"13/27"}'),
  },
  { note: 'a word for a verdict', line: seen('"network":{"vpn":"yes","tor":1}') },
  {
    note: 'a confidence above 1',
    line: seen('"device":{"visitorId":"v","confidence":{"score":1.5}}'),
  },
  { note: 'a component that is bare', line: seen('"device":{"components":{"canvas":"f00"}}') },
  {
    note: 'a component with a key of its own',
    line: seen('"device":{"components":{"canvas":{"hash":"f00"}}}'),
  },
  {
    note: 'a component too deep',
    line: seen(`"device":{"components":{"canvas":{"value":${nested(6)}}}}`),
  },
  {
    note: 'components named like the prototype',
    line: seen('"device":{"components":{"__proto__":{"value":1},"x":{"value":{"__proto__":1}}}}'),
  },
  {
    note: 'part of a cent',
    line: order('"status":"created","amount":{"minor":19.99,"currency":"EUR"}'),
  },
  {
    note: 'negative money',
    line: order('"status":"created","amount":{"minor":-1,"currency":"eur"}'),
  },
  { note: 'money as a number', line: order('"status":"created","amount":20') },
  { note: 'a status of another system', line: order('"status":"canceled"') },
  {
    note: 'a card number for a fingerprint',
    line: seen('"payment":{"kind":"card","fingerprint":"4242-4242-4242-4242"}'),
  },
  {
    note: 'a card number for a number',
    line: seen('"payment":{"kind":"card","fingerprint":4242424242424242}'),
  },
  {
    note: 'a card number for money',
    line: order('"status":"created","amount":{"minor":-4242424242424242,"currency":"EUR"}'),
  },
  { note: 'a card number for a key', line: seen('"ip":"192.0.2.1","4242 4242 4242 4242":true') },
  {
    note: 'a card number for a component',
    line: seen('"device":{"components":{"4242424242424242":{"value":1}}}'),
  },
  { note: 'a card number for a time', line: seen('"createdAt":"4242424242424242"') },
  { note: 'a mistyped card number for a choice', line: seen('"roles":["4242424242424241"]') },
  {
    note: 'a card number in a longer text',
    line: seen(`"email":"${'card 4242 4242 4242 4242 '.repeat(40)}"`),
  },
  {
    note: 'an id of those we give',
    line: '{"id":"merge:a1","at":"2025-01-31T12:00:00Z","type":"account.erased","accountId":"a1"}',
  },
  { note: 'a mailbox for a type', line: `{${head},"type":"ann@example.com"}` },
];

it('every refused line says where, what and what to do', async () => {
  const rendered = REFUSED.flatMap(({ note, line }, index) => {
    const parsed = parseEventLine(line, index + 1);
    const problems = parsed.ok ? ['accepted'] : parsed.problems.map(renderProblem);
    return [`# ${note}`, ...problems, ''];
  });
  await expect(rendered.join('\n')).toMatchFileSnapshot('./golden/refused-lines.txt');
});

it.each(REFUSED)('refused: $note', ({ line }) => {
  const parsed = parseEventLine(line);
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).not.toMatch(/4242.?4242.?4242/);
});
