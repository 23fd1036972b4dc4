import { ipKind, nameKind, phoneKind } from '@doubletake/identity';
import { rawIp, rawName, rawPhone } from '../identifier/raw.ts';
import { addressInspectable } from './address.ts';
import { emailInspectable } from './email.ts';
import { inspectable, type Inspectable } from './inspectable.ts';

/** Everything `inspect` looks at, in the order of the help. A new kind is a row. */
export const INSPECTABLES: readonly Inspectable[] = [
  emailInspectable,
  inspectable(phoneKind, {
    tells: 'type of line (MOBILE, VOIP, …), country, whether the range is assigned',
    keys: ['number', 'phone'],
    raw: rawPhone,
    findings: ({ canonical, type = 'UNKNOWN', country, voip, valid, extension }) => ({
      canonical,
      class: type,
      type,
      country,
      voip,
      valid,
      extension,
    }),
  }),
  addressInspectable,
  inspectable(nameKind, {
    tells: 'its words in canonical form and which of them is the family name',
    keys: ['name', 'person'],
    raw: rawName,
    findings: ({ canonical, tokens, hasGiven, hasFamily, birthDate }) => ({
      canonical,
      class: hasGiven && hasFamily ? 'full' : hasFamily ? 'family' : 'given',
      given: tokens.flatMap(({ part, text }) => (part === 'given' ? [text] : [])),
      family: tokens.flatMap(({ part, text }) => (part === 'family' ? [text] : [])),
      birthDate,
    }),
  }),
  inspectable(ipKind, {
    tells: 'range (public, private, carrier-grade NAT, reserved) and network',
    keys: ['ip'],
    raw: rawIp,
    findings: ({ canonical, range, version, network }) => ({
      canonical,
      class: range,
      version,
      network,
    }),
  }),
];
