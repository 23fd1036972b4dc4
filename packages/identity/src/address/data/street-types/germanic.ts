import type { StreetTypes } from './street-types-by-language.ts';

/** German, Dutch and the Scandinavian languages, as their postal operators shorten them. */
export const GERMANIC_STREET_TYPES: StreetTypes = {
  de: {
    side: 'after',
    types: `
    street = strasse str
    place = platz pl
    path = weg
    alley = allee
    gasse = gasse g
    ring = ring
    damm = damm
    quay = ufer kai
    chaussee = chaussee ch
    steig = steig
    markt = markt
    promenade = promenade
    pfad = pfad
    stieg = stieg
    zeile = zeile
    hof = hof
    winkel = winkel
    wall = wall
    graben = graben
    siedlung = siedlung
  `,
  },
  nl: {
    side: 'after',
    types: `
    street = straat str
    path = weg pad
    avenue = laan ln
    place = plein pln
    canal = gracht gr
    quay = kade kd
    dike = dijk dk
    singel = singel sgl
    steeg = steeg stg
    hof = hof
    park = park
    boulevard = boulevard blvd
    markt = markt
    baan = baan
    ring = ring
    dreef = dreef
    wal = wal
    haven = haven
    burgwal = burgwal
  `,
  },
  sv: {
    side: 'after',
    types: `
    street = gatan gata gade gaten gt g
    path = vagen vag vej vei veien vegen v
    place = torg torget torv plass plassen plads plan
    alley = alle allen
    avenue = aveny avenyn
    grand = grand granden
    stigen = stigen stig sti
    boulevard = boulevard
    backen = backen bakken bakke
    quay = kaj kajen
    lane = straede
  `,
  },
};
