import { expect, test } from 'vitest';
import { settleOptions } from './settle-options.ts';

const url = 'redis://localhost:6379';

test('what is not said is settled', () => {
  const waits = { timeout: 1000, connectTimeout: 2000 };
  const settled = { prefix: 'dt:', ledger: '', accounts: 1_000_000, ...waits };
  expect(settleOptions({ url })).toEqual({ url, cluster: false, ...settled });
  expect(settleOptions({ url: `${url},redis://other` })).toMatchObject({ cluster: true });
});

test.each([
  { options: { url: 'localhost:6379' }, shows: '`localhost:6379`' },
  { options: { url: 'http://:secret@host' }, shows: '`http:' },
  { options: { url: `${url},` }, shows: '`url`' },
  { options: { url: `${url}/x` }, shows: '`url`' },
  { options: { url: `${url}/1`, cluster: true }, shows: '`url`' },
  { options: { url: 'rediss://one,redis://:secret@two', tls: {} }, shows: '`redis://…`' },
  { options: { url: 'redis://:secret%@host' }, shows: '`%25`' },
  { options: { url, prefix: 'a{b}' }, shows: '`a{b}`' },
  { options: { url, ledger: 'a.b' }, shows: '`a.b`' },
  { options: { url, accounts: 0 }, shows: '`0`' },
  { options: { url, timeout: 1.5 }, shows: '`1.5`' },
  { options: { url, connectTimeout: Number.NaN }, shows: '`NaN`' },
])('$shows is refused', ({ options, shows }) => {
  expect(() => settleOptions(options)).toThrow(
    expect.objectContaining({
      code: 'graph_bad_option',
      message: expect.stringContaining(shows) as unknown,
    }),
  );
  expect(() => settleOptions(options)).not.toThrow('secret');
});
