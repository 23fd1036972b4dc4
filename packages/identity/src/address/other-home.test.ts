import { expect, test } from 'vitest';
import type { Comparison } from '../kind.ts';
import { addressKind } from './index.ts';

type Row = readonly [country: string, left: string, right: string, note: string];

function compare([country, left, right]: Row): Comparison {
  const [a, b] = [left, right].map((line) => addressKind.canonicalise({ lines: [line], country }));
  if (a?.ok !== true || b?.ok !== true)
    throw new Error('an address of the table could not be read');
  return addressKind.compare(a.value, b.value);
}

const OTHER: readonly Row[] = [
  ['US', '350 5th Ave Apt 12B, New York, NY', '350 5th Ave Apt 12C, New York, NY', 'unit'],
  ['US', '1234 N Elm Street, Springfield, IL', '1234 N Elm Street, Springfield, MA', 'state'],
  ['US', 'PO Box 441, Dover, DE 19901', 'PO Box 414, Dover, DE 19901', 'box'],
  ['US', '77 Oak Drive, Austin TX 78701', '77 Oak Court, Austin TX 78701', 'kind of street'],
  ['US', '45 Old Mill Rd, Salem OR', '45 Mill Road, Salem OR', 'qualifier'],
  ['US', '10 N Bay St, Erie PA', '10 S Bay St, Erie PA', 'compass point'],
  ['US', '200 Cedar Lane, Suite 5, Boise, ID', '200 Cedar Lane, Suite 50, Boise, ID', 'suite'],
  [
    'US',
    '100 State Hwy 35, Red Bank NJ 07701',
    '100 State Hwy 36, Red Bank NJ 07701',
    'highway number',
  ],
  [
    'GB',
    'Rose Cottage, Church Lane, Little Snoring',
    'Ivy Cottage, Church Lane, Little Snoring',
    'house name',
  ],
  ['GB', '10 High Street, Oxford OX1 4BG', '10 High Street, Reading RG1 2LU', 'city'],
  ['GB', '14 Victoria Road, London N4 3SN', '14 Victoria Road, London SW8 5TX', 'postal district'],
  ['GB', '7 Mill Lane, York', 'Mill Lane, York', 'number on one side only'],
  [
    'AU',
    '4/38 Smith St Richmond VIC 3121',
    '5/38 Smith St Richmond VIC 3121',
    'unit before the slash',
  ],
  ['FR', '12 rue de l’Église, 69003 Lyon', '12 rue de l’Hôpital, 69003 Lyon', 'street'],
  ['FR', '12 rue Pasteur, 69003 Lyon', '12 avenue Pasteur, 69003 Lyon', 'kind of street'],
  [
    'FR',
    '14 Allée des Tilleuls, Bât. C, 31000 Toulouse',
    '14 Allée des Tilleuls, Bât. D, 31000 Toulouse',
    'building',
  ],
  ['DE', 'Bahnhofstr. 12, 80335 München', 'Bahnhofstr. 12a, 80335 München', 'house letter'],
  ['DE', 'Gartenweg 4, 01067 Dresden', 'Gartenstraße 4, 01067 Dresden', 'compound type'],
  [
    'DE',
    'Lindenweg 4, 01067 Dresden',
    'Landenweg 4, 01067 Dresden',
    'a letter that no finger slips to',
  ],
  ['AT', 'Mariahilfer Straße 45/2/17, 1060 Wien', 'Mariahilfer Straße 45/2/18, 1060 Wien', 'door'],
  ['NL', 'Prinsengracht 263, 1016 GV Amsterdam', 'Keizersgracht 263, 1016 GV Amsterdam', 'street'],
  ['ES', 'C/ Mayor, 15, 3º B, 28013 Madrid', 'C/ Mayor, 15, 3º C, 28013 Madrid', 'door'],
  [
    'PT',
    'Rua Augusta, 100, 2.º Esq., Lisboa',
    'Rua Augusta, 100, 2.º Dto., Lisboa',
    'side of the landing',
  ],
  ['PL', 'ul. Marszałkowska 10/5, Warszawa', 'ul. Marszałkowska 10/6, Warszawa', 'flat'],
  ['RU', 'г. Москва, ул. Ленина, д. 5, корп. 2', 'г. Москва, ул. Ленина, д. 5, корп. 3', 'wing'],
];

test.each(OTHER)('%s: %s ≠ %s (%s)', (...row) => {
  expect(compare(row)).toMatchObject({ same: false });
});
