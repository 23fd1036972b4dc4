import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import { readBirthDate } from '../person/birth-date.ts';
import { spelling } from '../text/spelling.ts';
import { PARTICLES } from './data/particles.ts';
import type { NameRaw, NameToken, PersonName } from './person-name.ts';
import { type Word, untitled, words } from './words.ts';

interface Parts {
  readonly given: readonly Word[];
  readonly family: readonly Word[];
}

const HAN = /\p{Script=Han}/u;
const NON_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Reads a name; problem `identity_name_unreadable` when it has no letters. */
export function parseName(raw: NameRaw): Canonicalised<PersonName> {
  const { given, family } = split(raw);
  const all = [...given, ...family];
  if (all.length === 0)
    return unreadable(
      'identity_name_unreadable',
      (raw.fullName ?? `${raw.givenName ?? ''} ${raw.familyName ?? ''}`).trim(),
    );
  const tokens = [
    ...given.map((word) => token(word, 'given')),
    ...family.map((word) => token(word, 'family')),
  ];
  const telling = tokens.filter(({ text }) => !PARTICLES.has(text));
  const birthDate = raw.birthDate === undefined ? undefined : readBirthDate(raw.birthDate);
  const value: PersonName = {
    canonical: all.map(({ text }) => text).join(' '),
    tokens: telling.length > 0 ? telling : tokens,
    hasFamily: family.length > 0,
    hasGiven: given.length > 0,
    ...(birthDate === undefined ? {} : { birthDate }),
  };
  return { ok: true, value };
}

function split({ givenName, familyName, fullName }: NameRaw): Parts {
  const given = words(givenName ?? '');
  const family = words(familyName ?? '');
  if (given.length > 0 || family.length > 0) return named({ given, family });
  return splitFullName(fullName ?? '');
}

/** The name without its titles; a name of nothing but titles keeps them. */
function named(parts: Parts): Parts {
  const given = untitled(parts.given);
  const family = untitled(parts.family);
  // INVARIANT: what is a title depends on the whole name, so that the canonical text reads the same again.
  return given.length > 0 || family.length > 0 ? { given, family } : parts;
}

function splitFullName(fullName: string): Parts {
  const comma = fullName.indexOf(',');
  if (comma > 0) {
    const family = words(fullName.slice(0, comma));
    const given = words(fullName.slice(comma + 1));
    if (family.length > 0 && given.length > 0) return named({ given, family });
  }
  const { given: all } = named({ given: words(fullName), family: [] });
  let start = all.length - 1;
  while (start > 1 && PARTICLES.has(all[start - 1]?.text ?? '')) start--;
  return { given: all.slice(0, Math.max(start, 0)), family: all.slice(Math.max(start, 0)) };
}

function token({ text, written }: Word, part: 'given' | 'family'): NameToken {
  const base = { text, sound: spelling(text), transliterated: NON_LATIN.test(written), part };
  return HAN.test(written) ? { ...base, han: written } : base;
}
