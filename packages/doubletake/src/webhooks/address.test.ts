import { expect, test } from 'vitest';
import { isLoopback, isPublic } from './address.ts';

test.each([
  { note: 'somebody’s', address: '93.184.215.14', open: true },
  { note: 'somebody’s, IPv6', address: '2606:2800:21f:cb07:6820:80da:af6b:8b2c', open: true },
  { note: 'just below a private net', address: '172.15.255.255', open: true },
  { note: 'just above it', address: '172.32.0.0', open: true },
  { note: 'loopback', address: '127.0.0.1', open: false },
  { note: 'loopback, any of it', address: '127.9.9.9', open: false },
  { note: 'this host', address: '0.0.0.0', open: false },
  { note: 'private', address: '10.1.2.3', open: false },
  { note: 'private', address: '172.16.0.1', open: false },
  { note: 'private', address: '172.31.255.255', open: false },
  { note: 'private', address: '192.168.1.1', open: false },
  { note: 'carrier-grade NAT', address: '100.64.0.1', open: false },
  { note: 'carrier-grade NAT, a cloud’s metadata', address: '100.100.100.200', open: false },
  { note: 'link-local, clouds’ metadata', address: '169.254.169.254', open: false },
  { note: 'a cloud’s own wire server', address: '168.63.129.16', open: false },
  { note: 'multicast', address: '224.0.0.1', open: false },
  { note: 'broadcast', address: '255.255.255.255', open: false },
  { note: 'documentation', address: '203.0.113.7', open: false },
  { note: 'loopback, IPv6', address: '::1', open: false },
  { note: 'nobody', address: '::', open: false },
  { note: 'IPv4-mapped loopback', address: '::ffff:127.0.0.1', open: false },
  { note: 'the same in hexadecimal', address: '::ffff:7f00:1', open: false },
  { note: 'IPv4-mapped, though public', address: '::ffff:93.184.215.14', open: false },
  { note: 'translated to IPv4', address: '64:ff9b::a00:1', open: false },
  { note: '6to4 of a private address', address: '2002:a00:1::1', open: false },
  { note: 'Teredo', address: '2001:0:1::1', open: false },
  { note: 'unique local, a cloud’s metadata', address: 'fd00:ec2::254', open: false },
  { note: 'link-local, IPv6', address: 'fe80::1', open: false },
  { note: 'multicast, IPv6', address: 'ff02::1', open: false },
  { note: 'documentation, IPv6', address: '2001:db8::1', open: false },
  { note: 'no address', address: 'localhost', open: false },
  { note: 'nothing', address: '', open: false },
])('$address is $note', ({ address, open }) => {
  expect(isPublic(address)).toBe(open);
});

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['::ffff:127.0.0.1', false],
  ['10.0.0.1', false],
  ['127.evil.example', false],
])('%s is this machine: %s', (address, own) => {
  expect(isLoopback(address)).toBe(own);
});
