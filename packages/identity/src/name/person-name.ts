/** A name as a host system holds it: in parts, as one text, or both. */
export interface NameRaw {
  readonly givenName?: string;
  readonly familyName?: string;
  /** The whole name in any order; a comma puts the family name first. Read only where the parts are missing. */
  readonly fullName?: string;
  /** ISO 8601 date (`1990-01-31`); other notations are read by `readBirthDate`. */
  readonly birthDate?: string;
}

/** One word of a name in the forms it is compared by. */
export interface NameToken {
  /** Lower-case ASCII. */
  readonly text: string;
  /** As it sounds, roughly. */
  readonly sound: string;
  /** The word as written where it is written in Han characters, whose romanisation loses most of the difference. */
  readonly han?: string;
  /** Whether the word was transliterated from another script, so that its spelling is only one of several. */
  readonly transliterated: boolean;
  readonly part: 'given' | 'family';
}

/** A name ready to be compared. */
export interface PersonName {
  /** Folded words in order, given names first, without titles. */
  readonly canonical: string;
  /** The words that tell people apart, given names first; particles only where there is nothing else. */
  readonly tokens: readonly NameToken[];
  /** Whether the host said which word is the family name, or the name has two words to guess by. */
  readonly hasFamily: boolean;
  readonly hasGiven: boolean;
  /** ISO 8601 date. */
  readonly birthDate?: string;
}
