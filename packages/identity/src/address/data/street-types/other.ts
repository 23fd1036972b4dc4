import type { StreetTypes } from './street-types-by-language.ts';

/** Finnish and Estonian, Hungarian, Baltic, Turkish, Greek, Arabic, Hebrew, Vietnamese, Malay. */
export const OTHER_STREET_TYPES: StreetTypes = {
  fi: {
    side: 'after',
    types: `
    street = katu k tanav tn
    path = tie
    place = tori
    polku = polku
    kuja = kuja kj
    quay = ranta
    kaari = kaari
    tee = tee
    puiestee = puiestee pst
    maantee = maantee mnt
  `,
  },
  hu: {
    side: 'after',
    types: `
    street = utca u
    road = ut utja
    place = ter tere
    korut = korut krt
    koz = koz
    setany = setany
  `,
  },
  lt: {
    side: 'after',
    types: `
    street = gatve g iela
    avenue = prospektas pr prospekts
    place = aikste laukums
    alley = aleja al
    path = kelias
    lane = skersgatvis
  `,
  },
  tr: {
    side: 'after',
    types: `
    street = sokak sk sok sokagi
    avenue = cadde caddesi cad cd
    boulevard = bulvar bulvari blv
    mahalle = mahallesi mah mh mahalle
    place = meydani meydan
    road = yolu
  `,
  },
  el: {
    side: 'both',
    types: `
    street = odos
    avenue = leoforos leof
    place = plateia pl
  `,
  },
  ar: {
    side: 'before',
    types: `
    street = shar sharia shari
    tareeq = tryq
    place = mydan
  `,
  },
  he: {
    side: 'before',
    types: `
    street = rehov rechov rkhvb
    boulevard = sderot sderoth
    lane = simta
  `,
  },
  vi: {
    side: 'before',
    types: `
    street = duong pho
    lane = hem ngo
  `,
  },
  ms: {
    side: 'before',
    types: `
    street = jalan jln jl
    lane = lorong lrg gang gg
    persiaran = persiaran
  `,
  },
};
