/**
 * Letters and letter groups that different spellings and romanisations write for one sound, longest first. Written
 * from the romanisation systems of Russian, Ukrainian, Arabic and Hebrew (BGN/PCGN, ISO 9, national passports) and
 * from German, Polish and French spelling.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|tch|sch|sh|ch|cz|zh|sz/g, 'x'],
  [/dzh|dj/g, 'j'],
  [/tz|ts|dz/g, 's'],
  [/ph/g, 'f'],
  [/kh|ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/iy|yj|ij|iya?$/g, 'i'],
  [/ae/g, 'e'],
  [/ue/g, 'u'],
  [/oe/g, 'o'],
  [/[yj]/g, 'i'],
  [/(?<=.)h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** A token as it sounds, roughly: two romanisations of one name usually meet here. */
export function spelling(token: string): string {
  let sound = token;
  for (const [group, letter] of SOUNDS) sound = sound.replace(group, letter);
  return sound;
}

/** The consonants of a spelling with its first letter kept: what an abjad would have written. */
export function skeleton(sound: string): string {
  return sound.slice(0, 1).replace(/[aeou]/, 'a') + sound.slice(1).replace(/[aeiou]/g, '');
}
