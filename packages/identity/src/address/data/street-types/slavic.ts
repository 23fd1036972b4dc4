import type { StreetTypes } from './street-types-by-language.ts';

/** Polish (GUS TERYT), Czech and Slovak, the South Slavic languages, Russian and Ukrainian (FIAS). */
export const SLAVIC_STREET_TYPES: StreetTypes = {
  pl: {
    side: 'before',
    types: `
    street = ulica ul
    avenue = aleja aleje al alei
    place = plac pl
    osiedle = osiedle os
    road = droga
    skwer = skwer
    rondo = rondo
    bulwar = bulwar
    rynek = rynek
    szosa = szosa
  `,
  },
  cs: {
    side: 'both',
    types: `
    street = ulice ul ulica
    avenue = trida tr
    place = namesti nam namestie
    quay = nabrezi nabr
    cesta = cesta
  `,
  },
  hr: {
    side: 'both',
    types: `
    street = ulica ul
    place = trg
    avenue = avenija
    boulevard = bulevar bul
    cesta = cesta c
    put = put
    obala = obala
  `,
  },
  ru: {
    side: 'both',
    types: `
    street = ulitsa ul ulitsya vulitsya vul ulica
    avenue = prospekt pr prosp pr-kt prt prkt
    lane = pereulok per provulok prov
    boulevard = bulvar bul br
    place = ploshchad pl ploscha
    quay = naberezhnaya nab
    road = shosse sh
    passage = proezd prd proizd
    alley = alleya al
    mikrorayon = mikrorayon mkr mkrn
    tupik = tupik
    trakt = trakt
    garden = snt sad sadovoe
    kvartal = kvartal kvl
    liniya = liniya lin
    poselok = poselok pos p
  `,
  },
};
