import type { Comparison } from '../kind.ts';
import {
  type FieldEvidence,
  HOUSEHOLD_CAP,
  HOUSEHOLD_FIELDS,
  ONE_PERSON_BITS,
} from './agreement.ts';
import { compareBirthDates } from './compare-birth-dates.ts';
import { compareMailboxes, comparePhoneLines } from './compare-contacts.ts';
import { compareHomes } from './compare-homes.ts';
import { comparePersonNames } from './compare-person-names.ts';
import type { PersonRecord } from './person-record.ts';

export type { PersonRecord } from './person-record.ts';
export { readPersonRecord } from './read-person-record.ts';

/** Rungs of the person ladder, strongest first. */
export type PersonLevel = 'person' | 'possible' | 'none' | 'unknown';

/**
 * Whether two records are of one person, by the bits of every field both have (Fellegi and Sunter 1969). A missing
 * field says nothing. A household shares its family name and its home, so that without agreeing given names these
 * count together no more than a cap. Symmetric.
 */
export function comparePersons(left: PersonRecord, right: PersonRecord): Comparison {
  const evidence = [
    ...comparePersonNames(left.person, right.person),
    ...compareBirthDates(left.birthDate, right.birthDate),
    ...compareMailboxes(left.email, right.email),
    ...comparePhoneLines(left.phone, right.phone),
    ...compareHomes(left.address, right.address),
  ];
  if (evidence.length === 0)
    return { level: 'unknown', same: false, similarity: 0, why: ['no field in common'] };
  const bits = total(evidence);
  const same = bits >= ONE_PERSON_BITS;
  const similarity = 1 / (1 + 2 ** (ONE_PERSON_BITS - bits));
  const why = evidence
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map(({ field, level }) => `${WORDING[field]}: ${level}`);
  return { level: same ? 'person' : bits > 0 ? 'possible' : 'none', same, similarity, why };
}

function total(evidence: readonly FieldEvidence[]): number {
  const sum = sumOf(evidence);
  if (evidence.some(({ field, bits }) => field === 'given' && bits > 0)) return sum;
  const household = sumOf(evidence.filter(({ field }) => HOUSEHOLD_FIELDS.has(field)));
  return sum - Math.max(0, household - HOUSEHOLD_CAP);
}

function sumOf(evidence: readonly FieldEvidence[]): number {
  return evidence.reduce((bits, field) => bits + field.bits, 0);
}

const WORDING: Readonly<Record<FieldEvidence['field'], string>> = {
  given: 'given name',
  family: 'family name',
  birthDate: 'birth date',
  email: 'e-mail',
  phone: 'phone',
  street: 'street',
  house: 'house number',
  inside: 'unit',
  extra: 'house or district name',
  city: 'city',
  postcode: 'postcode',
};
