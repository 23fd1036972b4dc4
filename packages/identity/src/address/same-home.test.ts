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

const SAME: readonly Row[] = [
  [
    'US',
    '350 5th Ave Apt 12B, New York, NY 10118',
    '350 Fifth Avenue #12B, New York NY',
    'ordinal word, unit sign',
  ],
  ['US', 'PO Box 441, Dover, DE 19901', 'P.O. Box 441, Dover, Delaware', 'post box, state name'],
  [
    'US',
    '12 Martin Luther King Jr Blvd, Atlanta, GA',
    '12 MLK Jr. Boulevard, Atlanta GA',
    'initialism',
  ],
  [
    'US',
    '45 W 21st St Fl 4, New York, NY',
    '45 West 21st Street, 4th Floor, New York, NY',
    'floor before and after its number',
  ],
  [
    'US',
    '12 E Main St, Dayton OH 45402',
    '12 Main St E, Dayton OH 45402',
    'compass point on either side',
  ],
  ['US', '5 Saint Marks Pl, New York', '5 St. Mark’s Place, New York, NY', 'saint is no street'],
  [
    'US',
    'Attn: Jane Roe, 19 Birch Rd, Troy NY',
    '19 Birch Road, Troy, New York',
    'a line before the street',
  ],
  [
    'US',
    '41 Wellington Ave, Newport, RI 02840',
    '41 Welington Avenue, Newport RI 02840',
    'missing letter',
  ],
  ['US', '255 Vine St at Third St, Reno', '255 Vine Street, Reno', 'cross street'],
  [
    'GB',
    'Flat 3, 12 Acacia Avenue, Leeds LS6 2AB',
    '12 Acacia Ave, Flat 3, Leeds, LS62AB',
    'flat before and after',
  ],
  [
    'GB',
    'Rose Cottage, Church Lane, Little Snoring, NR21 0HT',
    'Rose Cottage, Church Ln, Little Snoring NR21 0HT',
    'house name',
  ],
  [
    'GB',
    '221B Baker Street, London NW1 6XE',
    '221b Baker St, Marylebone, London',
    'district on one side',
  ],
  [
    'AU',
    'Unit 4, 38 Smith Street, Richmond VIC 3121',
    '4/38 Smith St Richmond Victoria 3121',
    'unit before the slash',
  ],
  ['AU', '17 Nullarbor Crescent, Dubbo NSW 2830', '17 nularbor cres dubbo nsw', 'no commas'],
  [
    'NZ',
    'Flat 2/15 Queen Street, Auckland 1010',
    '2/15 Queen St, Auckland 1010, New Zealand',
    'flat and slash',
  ],
  [
    'CA',
    '1200 rue Sherbrooke Ouest, app. 5, Montréal QC H3A 1H6',
    '1200 Sherbrooke St W, Apt 5, Montreal QC H3A 1H6',
    'two languages',
  ],
  [
    'IE',
    '12 O’Connell Street Upper, Dublin 1',
    '12 Upper O’Connell St, Dublin 1',
    'qualifier after the type',
  ],
  [
    'FR',
    '12 bis rue de l’Église, 69003 Lyon',
    '12bis r. de l’eglise 69003 LYON',
    'repetition mark',
  ],
  [
    'FR',
    '3 av. du Gal de Gaulle, 94000 Créteil',
    '3 avenue du Général de Gaulle 94000 Creteil',
    'title',
  ],
  [
    'FR',
    '8 rue du 8 Mai 1945, 59000 Lille',
    '8 r du huit mai 1945 59000 lille',
    'numbers in the name',
  ],
  [
    'FR',
    '14 Allée des Tilleuls, Bât. C, Appt 31, 31000 Toulouse',
    'Appartement 31 Bâtiment C, 14 allée des tilleuls 31000 Toulouse',
    'building and flat first',
  ],
  ['FR', '2 quai Perrache, 1000 Bourg', '2 quai Perrache, 01000 Bourg', 'lost leading zero'],
  [
    'DE',
    'Bahnhofstr. 12, 80335 München',
    'Bahnhofstraße 12, 80335 Munich',
    'compound type, exonym',
  ],
  [
    'DE',
    'Straße des 17. Juni 135, 10623 Berlin',
    'Str. des 17. Juni 135, Berlin',
    'type before the name',
  ],
  [
    'DE',
    'Goethestr. 8, 70173 Stuttgart',
    'Goethe Strasse 8, 70173 Stuttgart',
    'compound and apart',
  ],
  ['DE', 'Am Ufer 9-13, 24103 Kiel', 'Am Ufer 13, Kiel', 'a range holds its end'],
  [
    'AT',
    'Mariahilfer Straße 45/2/17, 1060 Wien',
    'Mariahilferstr. 45 Stiege 2 Top 17, 1060 Vienna',
    'staircase and door by slashes',
  ],
  ['CH', 'Rue du Rhône 48, 1204 Genève', '48, rue du Rhone, 1204 Geneva', 'number on either side'],
  [
    'NL',
    'Van der Helststraat 12 hs, Amsterdam',
    'van der helststr. 12-hs, 1072 Amsterdam',
    'ground floor mark',
  ],
  [
    'BE',
    'Rue de la Loi 16 bte 4, 1000 Bruxelles',
    'Rue de la Loi 16 boîte 4, 1000 Brussels',
    'letter box',
  ],
  [
    'ES',
    'C/ Mayor, 15, 3º B, 28013 Madrid',
    'Calle Mayor 15, 3º B, 28013 Madrid',
    'floor and door',
  ],
  [
    'ES',
    'Avda. de la Constitución nº 4, Sevilla',
    'Av. Constitución 4, 41001 Seville',
    'number mark',
  ],
  [
    'IT',
    'V.le Europa 12/A, 00144 Roma RM',
    'Viale Europa 12a, Rome',
    'letter after a slash, province',
  ],
  [
    'IT',
    'P.zza Duomo 3 int. 4, Firenze',
    'Piazza del Duomo 3, interno 4, Firenze',
    'contracted type',
  ],
  [
    'PT',
    'Rua Augusta, n.º 100, 2.º Esq., 1100-053 Lisboa',
    'R. Augusta 100 2º esq, 1100-053 Lisbon',
    'side of the landing',
  ],
  [
    'BR',
    'Av. Paulista, 1578, apto 42, São Paulo - SP, 01310-200',
    'Avenida Paulista 1578 ap. 42, Sao Paulo',
    'state after a dash',
  ],
  [
    'PL',
    'ul. Marszałkowska 10 m. 5, 00-590 Warszawa',
    'Marszalkowska 10/5, 00-590 Warsaw',
    'flat after the slash',
  ],
  [
    'CZ',
    'Vodičkova 30/712, 110 00 Praha 1',
    'Vodickova 30/712, Prague 1, 11000',
    'numbered district',
  ],
  [
    'SE',
    'Storgatan 14 B lgh 1102, 114 55 Stockholm',
    'Storg. 14B, lgh 1102, 11455 Stockholm',
    'letter apart',
  ],
  [
    'DK',
    'Nørrebrogade 20, 3. tv, 2200 København N',
    'Norrebrogade 20 3 tv, 2200 Copenhagen',
    'door left',
  ],
  [
    'FI',
    'Mannerheimintie 12 A 5, 00100 Helsinki',
    'mannerheimintie 12 a 5, helsinki',
    'staircase letter',
  ],
  [
    'RU',
    'г. Москва, ул. Ленина, д. 5, корп. 2, кв. 10',
    'Moscow, ulitsa Lenina 5 korpus 2 kv 10',
    'transliterated',
  ],
  [
    'RU',
    'ул. Тверская, д. 7, кв. 12, Москва, 125009',
    'Москва, Тверская улица, 7, кв. 12',
    'type on either side',
  ],
  ['UA', 'вул. Хрещатик 22, Київ 01001', 'Khreshchatyk St 22, Kyiv', 'translated type'],
  ['GR', 'Ερμού 15, 105 63 Αθήνα', 'Ermou 15, Athens 10563', 'Greek digraph, exonym'],
  [
    'HU',
    'Kossuth Lajos utca 8. 2. em. 5., 1053 Budapest',
    'Kossuth Lajos u. 8, 2. emelet 5, 1053 Budapest',
    'floor and door',
  ],
  [
    'TR',
    'Atatürk Cad. No: 12 D: 4, Kadıköy, İstanbul',
    'Ataturk Caddesi No 12 Daire 4 Kadikoy Istanbul',
    'number and flat marks',
  ],
  [
    'IN',
    'Flat 302, 14 MG Road, Bengaluru 560001',
    '14, M.G. Road, Flat No. 302, Bangalore 560 001',
    'renamed city',
  ],
  [
    'JP',
    '1-2-3 Marunouchi, Chiyoda-ku, Tokyo 100-0005',
    'Chiyoda-ku Marunouchi 1-2-3, Tokyo',
    'block numbers',
  ],
  [
    'SG',
    'Blk 123 Ang Mo Kio Ave 3 #04-567, Singapore 560123',
    '123 Ang Mo Kio Avenue 3 #04-567 Singapore 560123',
    'block is the house',
  ],
  [
    'RO',
    'Str. Victoriei nr. 10, bl. A2, sc. 1, ap. 5, București',
    'Strada Victoriei 10, bloc A2, scara 1, apartament 5, Bucharest',
    'block, staircase, flat',
  ],
];

test.each(SAME)('%s: %s = %s (%s)', (...row) => {
  expect(compare(row)).toMatchObject({ same: true });
});
