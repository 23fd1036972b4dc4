import type { AddressRaw } from '../address/address.ts';
import type { NameRaw } from '../name/person-name.ts';
import { readBirthDate } from './birth-date.ts';
import type { PersonRecord } from './person-record.ts';

/** Fields of a person in flat records, each with the names it goes by; spelling is compared without case and separators. */
const ALIASES = {
  givenName: 'givenname firstname forename fname first',
  middleName: 'middlename middle secondname',
  familyName: 'familyname lastname surname lname last',
  fullName: 'fullname name customername contactname',
  birthDate: 'birthdate dateofbirth dob birthday born',
  email: 'email emailaddress mail',
  phone: 'phone phonenumber telephone tel mobile cell',
  phoneRegion: 'phoneregion phonecountry',
  number: 'streetnumber housenumber houseno',
  line1: 'address1 addressline1 street streetaddress street1 addr1 address freetextaddress',
  line2: 'address2 addressline2 street2 addr2',
  line3: 'address3 addressline3',
  city: 'city suburb town locality',
  region: 'region state province county',
  postalCode: 'postalcode postcode zip zipcode',
  country: 'country countrycode',
} as const;

type Field = keyof typeof ALIASES;
type Flat = Partial<Record<Field, string>>;

const FIELD_OF = new Map<string, Field>();
for (const field of Object.keys(ALIASES).filter(isField))
  for (const alias of ALIASES[field].split(' ')) FIELD_OF.set(alias, field);

/**
 * Reads a person from an account in the event contract's shape (`person`, `email`, `phone`, `address`) or from a flat
 * record with everyday field names (`given_name`, `dob`, `address_1`, `suburb`, …). What it does not know it leaves
 * out; a value that is no object is a person of whom nothing is known.
 */
export function readPersonRecord(value: unknown): PersonRecord {
  const flat: Flat = {};
  const lines: string[] = [];
  collect(value, flat, lines);
  const birthDate = flat.birthDate === undefined ? undefined : readBirthDate(flat.birthDate);
  const person = readName(flat);
  const address = readAddress(flat, lines);
  return {
    ...(person === undefined ? {} : { person }),
    ...(flat.email === undefined ? {} : { email: flat.email }),
    ...(flat.phone === undefined
      ? {}
      : {
          phone: {
            number: flat.phone,
            ...(flat.phoneRegion === undefined ? {} : { region: flat.phoneRegion }),
          },
        }),
    ...(address === undefined ? {} : { address }),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

/** Flattens `person`, `phone` and `address` objects; the first value a field finds stays. */
function collect(value: unknown, flat: Flat, lines: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const name = key.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (name === 'phone' && typeof entry === 'object') collectPhone(entry, flat);
    else if (name === 'lines' && Array.isArray(entry))
      lines.push(...entry.filter((line) => typeof line === 'string'));
    else if ((name === 'person' || name === 'address') && typeof entry === 'object')
      collect(entry, flat, lines);
    else put(flat, FIELD_OF.get(name), entry);
  }
}

function collectPhone(entry: unknown, flat: Flat): void {
  if (typeof entry !== 'object' || entry === null) return;
  if ('number' in entry) put(flat, 'phone', entry.number);
  if ('region' in entry) put(flat, 'phoneRegion', entry.region);
}

function put(flat: Flat, field: Field | undefined, entry: unknown): void {
  if (field === undefined || (typeof entry !== 'string' && typeof entry !== 'number')) return;
  const text = String(entry).trim();
  if (text !== '') flat[field] ??= text;
}

function readName({ givenName, middleName, familyName, fullName }: Flat): NameRaw | undefined {
  const given = [givenName, middleName].filter((part) => part !== undefined).join(' ');
  if (given === '' && familyName === undefined && fullName === undefined) return undefined;
  return {
    ...(given === '' ? {} : { givenName: given }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(fullName === undefined ? {} : { fullName }),
  };
}

function readAddress(
  { number, line1, line2, line3, city, region, postalCode, country }: Flat,
  given: readonly string[],
): AddressRaw | undefined {
  const first = [number, line1].filter((part) => part !== undefined).join(' ');
  const lines = [...given, first, line2 ?? '', line3 ?? ''].filter((line) => line !== '');
  const place = {
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(country === undefined ? {} : { country }),
  };
  return lines.length === 0 && Object.keys(place).length === 0 ? undefined : { lines, ...place };
}

function isField(key: string): key is Field {
  return Object.hasOwn(ALIASES, key);
}
