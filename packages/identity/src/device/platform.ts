import type { Platform } from './device.ts';

/** `navigator.platform` beginnings, in order; the first that fits counts. */
const FAMILIES: readonly (readonly [RegExp, Platform])[] = [
  [/^(?:iphone|ipad|ipod)/iu, 'iphone'],
  [/^(?:android|linux (?:arm|aarch))/iu, 'android'],
  [/^win/iu, 'windows'],
  [/^mac/iu, 'mac'],
  [/^(?:linux|x11|freebsd|openbsd|cros)/iu, 'linux'],
];

/** Family behind `navigator.platform`. An iPad asks for desktop pages as a Mac; no Mac has touch points. */
export function platformOf(name: unknown, touchPoints: number): Platform {
  if (typeof name !== 'string') return 'other';
  const family = FAMILIES.find(([beginning]) => beginning.test(name))?.[1] ?? 'other';
  if (family === 'mac' && touchPoints > 0) return 'iphone';
  // Android browsers on x86 and in desktop mode report bare Linux; desktop Linux with ten-finger touch is rarer.
  return family === 'linux' && touchPoints >= 5 ? 'android' : family;
}
