import { expect, test } from 'vitest';
import { PROVIDERS } from './providers.ts';

test('no domain belongs to two providers', () => {
  const domains = PROVIDERS.flatMap((provider) => provider.domains);
  const twice = domains.filter((domain, at) => domains.indexOf(domain) !== at);
  expect(twice).toEqual([]);
});

test('a common name space is written as one of its own domains', () => {
  for (const { name, home, domains } of PROVIDERS) {
    if (home !== undefined) expect(domains, name).toContain(home);
  }
});

test('every provider says where its rules are from', () => {
  for (const { name, source } of PROVIDERS) expect(source, name).toMatch(/^https:\/\//u);
});
