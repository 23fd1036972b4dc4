import type { AddressParts } from './address.ts';

/** Fields of the canonical text in order; a bar stands between them. */
const TEXTS = [
  'number',
  'unit',
  'floor',
  'staircase',
  'building',
  'streetType',
  'directional',
  'city',
  'region',
  'postalCode',
  'country',
] as const;
const LISTS = ['street', 'premise', 'area'] as const;
const WIDTH = TEXTS.length + LISTS.length + 1;
const OPEN = 'open';

/** Writes the parts as one text, so that equal parts are equal texts. */
export function encodeAddress(parts: AddressParts): string {
  return [
    ...TEXTS.map((field) => parts[field] ?? ''),
    ...LISTS.map((field) => parts[field].join(' ')),
    parts.open ? OPEN : '',
  ].join('|');
}

/** Reads a canonical text back; nothing when the text is not one. */
export function decodeAddress(text: string): AddressParts | undefined {
  const fields = text.split('|');
  if (
    fields.length !== WIDTH ||
    !fields.every((field) => /^(?:[a-z0-9/#-]+(?: [a-z0-9/#-]+)*)?$/.test(field))
  )
    return undefined;
  const words = (offset: number): string[] =>
    (fields[TEXTS.length + offset] ?? '').split(' ').filter((word) => word !== '');
  const last = fields.at(-1);
  if (last !== OPEN && last !== '') return undefined;
  const parts: AddressParts = {
    street: words(0),
    premise: words(1),
    area: words(2),
    open: last === OPEN,
  };
  for (const [index, field] of TEXTS.entries()) {
    const value = fields[index] ?? '';
    if (value !== '') parts[field] = value;
  }
  return parts;
}
