import { expect, test } from 'vitest';
import { targetOf } from './target.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'host.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example': ['10.0.0.7'],
  'half.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  localhost: ['127.0.0.1', '::1'],
};
const resolve = async (host: string): Promise<readonly string[]> => {
  const found = NAMES[host];
  if (found === undefined) throw new Error('no such name');
  return found;
};

test.each([
  { note: 'a name outside', url: 'https://host.example/hook', to: '93.184.215.14' },
  { note: 'an address outside', url: 'https://93.184.215.14/hook', to: '93.184.215.14' },
  { note: 'plain HTTP', url: 'http://host.example/hook', to: 'url_refused' },
  { note: 'another protocol', url: 'ftp://host.example/', to: 'url_refused' },
  { note: 'a password in it', url: 'https://a:b@host.example/', to: 'url_refused' },
  { note: 'no URL', url: 'host.example', to: 'url_refused' },
  { note: 'a name nobody has', url: 'https://nobody.example/', to: 'unreachable' },
  { note: 'a name inside', url: 'https://inside.example/', to: 'address_refused' },
  { note: 'a name that is also inside', url: 'https://half.example/', to: 'address_refused' },
  { note: 'metadata, wrapped up', url: 'https://mapped.example/', to: 'address_refused' },
  { note: 'loopback', url: 'https://127.0.0.1/', to: 'address_refused' },
  { note: 'loopback as one number', url: 'https://2130706433/', to: 'address_refused' },
  { note: 'loopback in octal', url: 'https://0177.0.0.1/', to: 'address_refused' },
  { note: 'loopback, IPv6', url: 'https://[::1]/', to: 'address_refused' },
  { note: 'loopback, wrapped up', url: 'https://[::ffff:127.0.0.1]/', to: 'address_refused' },
  { note: 'loopback by name', url: 'https://localhost/', to: 'address_refused' },
])('$note: $to', async ({ url, to }) => {
  const target = await targetOf(url, { resolve, loopback: false });
  expect(typeof target === 'string' ? target : target.address).toBe(to);
});

test.each([
  { note: 'loopback by plain HTTP', url: 'http://127.0.0.1:8080/', to: '127.0.0.1' },
  { note: 'loopback by name', url: 'http://localhost/', to: '127.0.0.1' },
  { note: 'outside by plain HTTP', url: 'http://host.example/', to: 'url_refused' },
  { note: 'inside', url: 'https://inside.example/', to: 'address_refused' },
  { note: 'outside', url: 'https://host.example/', to: '93.184.215.14' },
])('in a demonstration, $note: $to', async ({ url, to }) => {
  const target = await targetOf(url, { resolve, loopback: true });
  expect(typeof target === 'string' ? target : target.address).toBe(to);
});
