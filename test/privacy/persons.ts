import { KINDS, type IdentifierKind, type IdentifierTypes } from '@doubletake/identity';

/** What a person shows, and nobody else in the world would: each text is found wherever it turns up. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly phone: { readonly number: string };
  readonly person: {
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: string;
  };
  readonly address: {
    readonly lines: readonly string[];
    readonly city: string;
    readonly postalCode: string;
    readonly country: string;
  };
  readonly payment: {
    readonly kind: 'card';
    readonly fingerprint: string;
    readonly provider: string;
  };
  readonly device: {
    readonly visitorId: string;
    readonly version: string;
    readonly installationId: string;
    readonly components: Readonly<Record<string, { readonly value: unknown }>>;
  };
  readonly ip: string;
}

export const ZEB: Person = {
  accountId: 'acc-1',
  email: 'Zebulon.Quist+promo@Gmail.com',
  phone: { number: '+1 (415) 555-0177' },
  person: { givenName: 'Zebulon', familyName: 'Quistgaard', birthDate: '1971-03-19' },
  address: {
    lines: ['4711 Hollyhock Ter Apt 9'],
    city: 'Wimberleyville',
    postalCode: '60614',
    country: 'US',
  },
  payment: { kind: 'card', fingerprint: 'fpzq7731xkcd', provider: 'acme' },
  device: {
    visitorId: 'zqvisitor0001',
    version: '5.0.0',
    installationId: 'b7c1d7a2-zq-4f00-9e2a-1f2e3d4c5b6a',
    components: { platform: { value: 'MacIntelZq' }, hardwareConcurrency: { value: 10 } },
  },
  ip: '81.2.69.177',
};

export const OLA: Person = {
  accountId: 'acc-2',
  email: 'olamide.thrupp@posteo.example',
  phone: { number: '+44 20 7946 0958' },
  person: { givenName: 'Olamide', familyName: 'Thruppington', birthDate: '1988-11-02' },
  address: {
    lines: ['38 Quernmore Rd'],
    city: 'Lancasterbury',
    postalCode: 'LA1 3JT',
    country: 'GB',
  },
  payment: { kind: 'card', fingerprint: 'fpolathr9001', provider: 'acme' },
  device: {
    visitorId: 'olavisitor0002',
    version: '5.0.0',
    installationId: 'c9d2e8b3-ol-4a11-8f3b-2a3b4c5d6e7f',
    components: { platform: { value: 'Linux armv81Ol' }, hardwareConcurrency: { value: 8 } },
  },
  ip: '94.230.49.209',
};

/** Values that say nothing by themselves; too short or too common to look for. */
const TELLING = 6;

/** Every text that identifies a person: as written, in parts, and as it is compared. */
export function identifiersOf(person: Person): readonly string[] {
  const { email, phone, person: name, address, payment, device, ip } = person;
  const texts = [
    email,
    phone.number,
    phone.number.replaceAll(/[^\d]/gu, ''),
    name.givenName,
    name.familyName,
    name.birthDate,
    ...address.lines,
    address.city,
    payment.fingerprint,
    device.visitorId,
    device.installationId,
    String(device.components['platform']?.value),
    ip,
    ...keys('email', email),
    ...keys('phone', phone),
    ...keys('address', address),
    ...keys('name', name),
    ...keys('payment', payment),
    ...keys('device', device),
    ...keys('ip', ip),
  ];
  const telling = texts.map((text) => text.toLowerCase()).filter((text) => text.length >= TELLING);
  return [...new Set(telling)].filter((text) => text !== 'gmail.com');
}

function keys<Name extends IdentifierKind>(
  name: Name,
  raw: IdentifierTypes[Name]['raw'],
): readonly string[] {
  const kind = KINDS[name];
  const canonical = kind.canonicalise(raw);
  if (!canonical.ok) throw new Error(`the ${name} of a person here cannot be read`);
  return kind.keys(canonical.value).map(({ value }) => value);
}
