import { expect, test } from 'vitest';
import { anotherProfile, newComputer, newPhone, snapshot, type Browser } from './devices.ts';
import { LOCALES } from './locale/index.ts';
import { seeded } from './random.ts';
import { drawRates } from './rates.ts';
import { DAY } from './time.ts';

const random = seeded('devices');
const GERMANY = LOCALES.filter((locale) => locale.country === 'DE')[0] ?? LOCALES[0];
const NOW = Date.parse('2025-06-01T00:00:00Z');

function fleet(make: (locale: NonNullable<typeof GERMANY>) => Browser): Browser[] {
  if (GERMANY === undefined) throw new Error('no locale');
  const locale = GERMANY;
  return Array.from({ length: 300 }, () => make(locale));
}

/** Share of pairs of unrelated devices with the same visitor id. */
function collisions(browsers: readonly Browser[]): number {
  const counts = new Map<string, number>();
  for (const browser of browsers) {
    const { visitorId } = snapshot(browser, NOW, random);
    counts.set(visitorId, (counts.get(visitorId) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => sum + (count / browsers.length) ** 2, 0);
}

test('unrelated iPhones of one country share a visitor id about once in four pairs', () => {
  const iphones = fleet((locale) => newPhone(random, locale, drawRates(random, { iphone: 1 })));
  expect(collisions(iphones)).toBeGreaterThan(0.15);
  expect(collisions(iphones)).toBeLessThan(0.4);
});

test('unrelated computers hardly ever do', () =>
  expect(collisions(fleet((locale) => newComputer(random, locale)))).toBeLessThan(0.03));

test('an installation id belongs to one browser profile', () => {
  const [browser] = fleet((locale) => newComputer(random, locale));
  if (browser === undefined) throw new Error('no browser');
  expect(anotherProfile(browser, random).installationId).not.toBe(browser.installationId);
  expect(snapshot(browser, NOW, random).installationId).toBe(browser.installationId);
});

test('browser updates drift the visitor id of most phones within a year', () => {
  const phones = fleet((locale) => newPhone(random, locale, drawRates(random, { iphone: 0 })));
  const drifted = phones.filter(
    (phone) =>
      snapshot(phone, NOW, random).visitorId !== snapshot(phone, NOW + 365 * DAY, random).visitorId,
  );
  expect(drifted.length / phones.length).toBeGreaterThan(0.9);
});
