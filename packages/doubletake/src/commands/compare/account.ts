import {
  addressKind,
  comparePersons,
  emailKind,
  nameKind,
  phoneKind,
  readPersonRecord,
  type Canonicalised,
  type PersonRecord,
} from '@doubletake/identity';
import { refused } from '../identifier/records-file.ts';
import type { Reading, Written } from '../identifier/written.ts';
import { incomparable, sideOf, type Comparable } from './comparable.ts';

/** Whole accounts, by everything about the person that both records have. */
export const accountComparable: Comparable = {
  name: 'account',
  written:
    'JSON, an account of the event contract or a flat record {"given_name", "dob", "address_1", …}',
  compare: (a, b) => {
    const [left, right] = [readAccount(a), readAccount(b)];
    const sides = { a: sideOf(left, canonical), b: sideOf(right, canonical) };
    if (!left.ok || !right.ok) return { ...incomparable(left, right), ...sides };
    return { ...comparePersons(left.value, right.value), ...sides };
  },
};

function readAccount({ value, hints }: Written): Reading<PersonRecord> {
  const record = readPersonRecord(value);
  if (Object.keys(record).length === 0) {
    const message = 'there is no name, birth date, e-mail, phone or address in it';
    return refused('account_empty', message);
  }
  const { phone } = record;
  if (phone === undefined || hints.region === undefined) return { ok: true, value: record };
  return { ok: true, value: { ...record, phone: { region: hints.region, ...phone } } };
}

/** What was read of the person, part by part. */
function canonical({ person, birthDate, email, phone, address }: PersonRecord): string {
  const parts = [
    person && text(nameKind.canonicalise(person)),
    birthDate,
    email && text(emailKind.canonicalise(email)),
    phone && text(phoneKind.canonicalise(phone)),
    address && text(addressKind.canonicalise(address)),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

function text(read: Canonicalised<{ readonly canonical: string }>): string {
  return read.ok ? read.value.canonical : `unreadable: ${read.problem.text}`;
}
