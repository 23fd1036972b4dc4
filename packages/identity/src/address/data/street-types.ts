import { ENGLISH_STREET_TYPES } from './street-types/english.ts';
import { GERMANIC_STREET_TYPES } from './street-types/germanic.ts';
import { OTHER_STREET_TYPES } from './street-types/other.ts';
import { ROMANCE_STREET_TYPES } from './street-types/romance.ts';
import { SLAVIC_STREET_TYPES } from './street-types/slavic.ts';
import type { StreetTypes } from './street-types/street-types-by-language.ts';

/** All languages. Forms of different languages share a concept where they translate one another. */
export const STREET_TYPES: StreetTypes = {
  ...ENGLISH_STREET_TYPES,
  ...GERMANIC_STREET_TYPES,
  ...OTHER_STREET_TYPES,
  ...ROMANCE_STREET_TYPES,
  ...SLAVIC_STREET_TYPES,
};

/** Endings that make one word of a street's name and its type, longest first: Bahnhofstrasse, Kanalgatan. */
export const COMPOUNDS: Readonly<Record<string, string>> = {
  de: 'strasse=street str=street strase=street platz=place weg=path allee=alley gasse=gasse ring=ring damm=damm ufer=quay chaussee=chaussee pfad=pfad markt=markt wall=wall graben=graben hof=hof',
  nl: 'straat=street straatweg=street str=street laan=avenue weg=path plein=place gracht=canal kade=quay dijk=dike singel=singel steeg=steeg hof=hof park=park markt=markt pad=path dreef=dreef burgwal=burgwal',
  sv: 'gatan=street gata=street gaten=street gade=street vagen=path vag=path vej=path veien=path vegen=path vei=path torget=place torg=place torv=place plassen=place alle=alley granden=grand stigen=stigen straede=lane backen=backen',
  fi: 'katu=street tie=path tori=place polku=polku kuja=kuja ranta=quay kaari=kaari',
};
