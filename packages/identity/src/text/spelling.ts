/**
 * Letters and letter groups that different spellings and romanisations write for one sound; `X` stands for every
 * hushing sound. Written from the romanisation systems of Russian, Ukrainian, Arabic and Hebrew (BGN/PCGN, ISO 9,
 * national passports) and from German, Polish and French spelling.
 */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  [
    ['X', 'shch tsch tch sch sh ch cz zh sz'],
    ['i', 'dzh dj iya ija iy yj ij ee y j'],
    ['s', 'tz ts dz z'],
    ['k', 'kh ck q c'],
    ['u', 'oo ou ue'],
    ['e', 'ae'],
    ['o', 'oe'],
    ['f', 'ph'],
    ['v', 'w'],
    ['ks', 'x'],
    ['se', 'ce'],
    ['si', 'ci cy'],
    ['', 'h'],
  ].flatMap(([sound = '', groups = '']) =>
    groups.split(' ').map((group) => [group, sound] as const),
  ),
);

const GROUPS = new RegExp(
  [...SOUNDS.keys()]
    .toSorted((left, right) => right.length - left.length)
    .map((group) => (group === 'h' ? '(?<=.)h' : group))
    .join('|'),
  'g',
);
const DOUBLED = /(.)\1+/g;

/** A token as it sounds, roughly: two romanisations of one name usually meet here. */
export function spelling(token: string): string {
  return token.replace(GROUPS, soundOf).replace(DOUBLED, '$1');
}

function soundOf(group: string): string {
  return SOUNDS.get(group) ?? group;
}
