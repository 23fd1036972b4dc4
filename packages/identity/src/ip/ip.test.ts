import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { ipKind } from './index.ts';
import type { Ip } from './ip.ts';

const read = (text: string): Ip => {
  const result = ipKind.canonicalise(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

test.each([
  { text: ' 8.8.4.4 ', canonical: '8.8.4.4', range: 'public', note: 'blanks' },
  {
    text: '2a00:1450:4001:81b::200e',
    canonical: '2a00:1450:4001:81b::',
    range: 'public',
    note: '/64',
  },
  {
    text: '[2A00:1450:0:0:1:2:3:4]',
    canonical: '2a00:1450:0:0::',
    range: 'public',
    note: 'brackets, capitals',
  },
  { text: 'fe80::1%eth0', canonical: 'fe80:0:0:0::', range: 'reserved', note: 'zone' },
  { text: '::ffff:8.8.4.4', canonical: '8.8.4.4', range: 'public', note: 'mapped' },
  { text: '64:ff9b::8.8.4.4', canonical: '8.8.4.4', range: 'public', note: 'NAT64' },
  { text: '2002:0808:0404::1', canonical: '8.8.4.4', range: 'public', note: '6to4' },
  { text: '100.64.1.1', canonical: '100.64.1.1', range: 'carrier_grade_nat', note: 'RFC 6598' },
  { text: '192.168.1.1', canonical: '192.168.1.1', range: 'private', note: 'RFC 1918' },
  { text: 'fd00::1', canonical: 'fd00:0:0:0::', range: 'private', note: 'RFC 4193' },
  { text: '127.0.0.1', canonical: '127.0.0.1', range: 'reserved', note: 'loopback' },
  { text: '192.0.2.1', canonical: '192.0.2.1', range: 'reserved', note: 'documentation' },
])('$text reads as $canonical, $range ($note)', ({ text, canonical, range }) => {
  expect(read(text)).toMatchObject({ canonical, range });
});

test.each(['1.2.3', '0x7f.1', '010.1.1.1', '256.1.1.1', '2001:db8', ':::', 'host', ''])(
  '%j is refused',
  (text) => {
    const refused = ipKind.canonicalise(text);
    expect(refused.ok ? refused.value : refused.problem.code).toBe('identity_ip_unreadable');
  },
);

test.each([
  { left: '8.8.4.4', right: '::ffff:8.8.4.4', level: 'exact', note: 'one address' },
  { left: '2a00:1450::1', right: '2a00:1450::2', level: 'exact', note: 'one /64' },
  { left: '8.8.4.4', right: '8.8.4.5', level: 'network', note: 'one /24' },
  { left: '2a00:1450:0:1::1', right: '2a00:1450:0:2::1', level: 'network', note: 'one /48' },
  { left: '100.64.1.1', right: '100.64.1.2', level: 'none', note: 'carrier NAT has no neighbours' },
  { left: '8.8.4.4', right: '8.8.8.8', level: 'none', note: 'other network' },
])('$level: $left and $right ($note)', ({ left, right, level }) => {
  expect(ipKind.compare(read(left), read(right))).toMatchObject({ level, same: level === 'exact' });
});

test('only public addresses are keys', () => {
  expect(ipKind.keys(read('8.8.4.4'))).toEqual([{ type: 'ip', value: '8.8.4.4' }]);
  expect(ipKind.keys(read('10.0.0.1'))).toEqual([]);
  expect(ipKind.keys(read('100.64.1.1'))).toEqual([]);
});

test('a mask keeps the network', () => {
  expect(ipKind.mask(read('8.8.4.4'))).toBe('8.8.4.…');
});

const address = fc.oneof(fc.ipV4(), fc.ipV6());

describe('laws', () => {
  property.prop([address])('canonicalising twice changes nothing', (text) => {
    const once = ipKind.canonicalise(text);
    if (once.ok) expect(read(once.value.canonical)).toEqual(once.value);
  });

  property.prop([address, address])('sameness is symmetric', (left, right) => {
    const [one, other] = [ipKind.canonicalise(left), ipKind.canonicalise(right)];
    if (!one.ok || !other.ok) return;
    expect(ipKind.compare(one.value, other.value)).toEqual(ipKind.compare(other.value, one.value));
    expect(ipKind.compare(one.value, one.value).same).toBe(true);
  });
});
