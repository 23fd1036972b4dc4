/** Fields of a person that are weighed. */
export type PersonField =
  | 'given'
  | 'family'
  | 'birthDate'
  | 'email'
  | 'phone'
  | 'street'
  | 'house'
  | 'inside'
  | 'extra'
  | 'city'
  | 'postcode';

/** What one field says about two records. */
export interface FieldEvidence {
  readonly field: PersonField;
  readonly level: string;
  readonly bits: number;
}

/**
 * Bits of evidence per field and level: log2 of how often the level occurs among records of one person over how often
 * among records of two (Fellegi and Sunter 1969). Set from orders of magnitude, not fitted: a given name is shared by
 * one in a hundred people, a family name by one in some hundreds, a birth date by one in twenty thousand, a street by
 * one in some hundreds of a host's customers, a mailbox or a phone line by almost nobody. Records are mistyped in a few
 * per cent of fields, which bounds what a difference can say; mailboxes, phones and homes change, so that their
 * difference says little.
 */
export const BITS: { readonly [Field in PersonField]: Readonly<Record<string, number>> } = {
  given: { equal: 6, spelling: 5, nickname: 4.5, typo: 4.5, initial: 2, rough: 2, conflict: -4 },
  family: { equal: 8, spelling: 7, nickname: 5, typo: 6.5, initial: 2, rough: 4, conflict: -4.5 },
  birthDate: { equal: 12, slip: 7, near: 3, conflict: -8 },
  email: {
    exact: 12,
    role: 3,
    probable: 11,
    slip: 9,
    lookalike: 9,
    typo: 10,
    base: 6,
    local: 5,
    conflict: -1.5,
  },
  phone: { exact: 10, weak: 6, conflict: -1 },
  street: { equal: 7, slip: 6, conflict: -2 },
  house: { equal: 3, conflict: -1.5 },
  inside: { equal: 3, conflict: -2 },
  extra: { equal: 4, slip: 3, conflict: -0.5 },
  city: { equal: 2.5, slip: 2, conflict: -1.5 },
  postcode: { equal: 4, slip: 1.5, conflict: -1.5 },
};

/** Fields that a household shares. */
export const HOUSEHOLD_FIELDS: ReadonlySet<PersonField> = new Set([
  'family',
  'street',
  'house',
  'inside',
  'extra',
  'city',
  'postcode',
]);

/** Unless the given names agree, what a household shares counts together no more than this. */
export const HOUSEHOLD_CAP = 12;

/** A word of a name that stands in the other part's place costs this much: people do swap them, rarely. */
export const SWAP_COST = 1;

/** Bits a pair needs to be called one person: one pair in a thousand being one person before anything is compared. */
export const ONE_PERSON_BITS = 10;

/** The evidence of a level; none when the field could not be compared. */
export function weigh(field: PersonField, level: string | undefined): readonly FieldEvidence[] {
  return level === undefined ? [] : [{ field, level, bits: BITS[field][level] ?? 0 }];
}
