import { describe, expect, test } from 'vitest';
import { ago, profileOf } from '../../../../test/support/scenes.ts';
import { IDENTIFIER_KINDS, maskedValues } from './masked.ts';
import { writtenSince, writtenValues } from './written.ts';

const ANN = profileOf(
  'ann',
  {
    at: ago(9),
    email: 'ann.lee@gmail.com',
    phone: { number: '+441632960001', region: 'GB' },
    address: { lines: ['1 High Street'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
    person: { givenName: 'Ann', familyName: 'Lee', birthDate: '1990-01-02' },
    payment: { kind: 'card', fingerprint: 'fp_1', bin: '411111', last4: '1111' },
    device: { visitorId: 'v-1', confidence: 1 },
    ip: '198.51.100.7',
  },
  { at: ago(3), email: 'not an address', phone: { number: 'none' }, device: { components: {} } },
);

describe('what an account shows', () => {
  test('masked, kind by kind, nothing of it in the clear', () => {
    const values = maskedValues(ANN);
    expect([...new Set(values.map(({ kind }) => kind))]).toEqual(IDENTIFIER_KINDS);
    const text = JSON.stringify(values);
    for (const raw of ['ann.lee', '960001', 'High Street', 'not an address', '198.51.100.7'])
      expect(text).not.toContain(raw);
    expect(values.find(({ kind }) => kind === 'email')).toMatchObject({
      index: 0,
      firstAt: ago(9),
      lastAt: ago(9),
    });
  });

  test('a value nobody can read has no mask', () => {
    const emails = maskedValues(ANN).filter(({ kind }) => kind === 'email');
    expect(emails.map(({ masked }) => masked === undefined)).toEqual([false, true]);
  });

  const rows = [
    { kind: 'email', texts: ['ann.lee@gmail.com', 'not an address'] },
    { kind: 'phone', texts: ['+441632960001 GB', 'none'] },
    { kind: 'address', texts: ['1 High Street, LS1 1AA Leeds, GB'] },
    { kind: 'name', texts: ['Ann Lee, 1990-01-02'] },
    { kind: 'payment', texts: ['card · 411111…1111 · fp_1'] },
    { kind: 'device', texts: ['visitor v-1', 'components only'] },
    { kind: 'ip', texts: ['198.51.100.7'] },
  ] as const;
  test.each(rows)('$kind in the clear, in the same order', ({ kind, texts }) => {
    expect(writtenValues(ANN, kind).map(({ text }) => text)).toEqual(texts);
    const masked = maskedValues(ANN).filter((value) => value.kind === kind);
    expect(masked.map(({ index }) => index)).toEqual(texts.map((_, index) => index));
  });

  test('by when it was first seen, unless two were', () => {
    expect(writtenSince(ANN, 'email', ago(3))).toBe('not an address');
    expect(writtenSince(ANN, 'email', ago(4))).toBeUndefined();
    const both = profileOf('bob', { at: ago(3), ip: '192.0.2.1' });
    expect(
      writtenSince({ ...both, ips: [...both.ips, ...both.ips] }, 'ip', ago(3)),
    ).toBeUndefined();
  });
});
