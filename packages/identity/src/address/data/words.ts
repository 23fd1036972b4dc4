/** Compass points of street names (USPS Publication 28 appendix B and its spelled-out forms). */
export const DIRECTIONALS: Readonly<Record<string, string>> = {
  n: 'n',
  north: 'n',
  no: 'n',
  s: 's',
  south: 's',
  so: 's',
  e: 'e',
  east: 'e',
  w: 'w',
  west: 'w',
  ne: 'ne',
  northeast: 'ne',
  nw: 'nw',
  northwest: 'nw',
  se: 'se',
  southeast: 'se',
  sw: 'sw',
  southwest: 'sw',
};

/** Words that tell no street from another and are dropped freely. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'the of and at on in by ' + // English
    'de du des d la le les l aux au a en sur sous et lez les ' + // French
    'del dell della dello dei degli delle di da al alla alle e sul ' + // Italian
    'el los las y do dos das ' + // Spanish, Portuguese
    'der die das den dem am im an der zu zur zum auf vom von bei ' + // German
    'het t op te ten ter aan van ' + // Dutch
    'na v i imeni im territorii s w z'
  ).split(' '),
);

/** Words that change a street's name: with one on one side only, the streets are two. */
export const QUALIFIERS: ReadonlySet<string> = new Set(
  'new old upper lower great little north south east west inner outer neue neuer alte alter nouvelle vieux vieille petite petit grande nuova vecchia nueva vieja nowa stara nova novaya staraya ancien ancienne oude nieuwe gamla nya'.split(
    ' ',
  ),
);

/** Words so common in the names of places that sharing one proves nothing. */
export const COMMON_PLACE_WORDS: ReadonlySet<string> = new Set(
  'saint sainte san santa sao new north south east west upper lower port mount fort lake city town bad nova novi villa ville le la los las sankt'.split(
    ' ',
  ),
);

/** Short forms of words inside names of streets and places: `full = short short`. */
export const ABBREVIATIONS: readonly string[] = [
  'saint = st',
  'sainte = ste',
  'santo = sto',
  'santa = sta',
  'sveti = sv',
  'mount = mt',
  'fort = ft',
  'general = gen gral genl gal',
  'doctor = dr doutor docteur dottor doktor dra',
  'professor = prof',
  'captain = capt cap capitaine capitan kpt',
  'colonel = col cel coronel',
  'marechal = mal mar',
  'president = pres pdte presidente',
  'senator = sen',
  'sergeant = sgt',
  'commandant = cdt cmdt',
  'lieutenant = lt ltn',
  'monsignor = mons mgr',
  'national = natl',
  'international = intl',
  'county = cnty',
  'notre = n',
  'dame = d',
  'center = ctr cntr centre centro',
  'court = ct crt',
  'park = pk prk',
  'hill = hl',
  'hills = hls',
  'square = sq',
  'valley = vly',
  'village = vlg',
  'lake = lk',
  'beach = bch',
  'springs = spgs',
  'river = riv',
  'island = is isl',
  'bridge = brg',
  'mountain = mtn',
  'creek = crk',
  'garden = gdn',
  'gardens = gdns',
  'grove = grv',
  'green = grn',
  'north = n nth',
  'south = s sth',
  'east = e',
  'west = w',
  'street = st',
  'road = rd',
  'avenue = av ave',
  'view = vw',
  'point = pt',
  'port = pt',
  'saint = san',
  'heights = hts',
  'martin luther king = mlk',
  'engineer = ing eng',
  'father = pe fr',
  'frei = fr',
  'jose = jse',
  'cardinal = card',
  'admiral = adm alm',
  'king = kg',
  'brothers = bros',
  'armii = ar',
  'ksiedza = ks',
  'generala = gen',
  'doktora = dr',
  'swietego = sw',
  'marszalka = marsz',
  'akademika = ak akad',
  'marshala = marsh',
];

/** Initials that stand for several words of a street's name. */
export const INITIALISMS: Readonly<Record<string, string>> = {
  mlk: 'martin luther king',
  jfk: 'john f kennedy',
  fdr: 'franklin d roosevelt',
  cc: 'centre commercial',
};

/** Words for numbers and ordinals in the names of streets. */
export const NUMBER_WORDS: readonly string[] = [
  '1 = first one premier primero prima primo un uno pervaya pervyy',
  '2 = second two deuxieme seconda secondo dos due vtoraya',
  '3 = third three troisieme terza terzo tres tre',
  '4 = fourth four quatrieme quarta quattro cuatro quatro',
  '5 = fifth five cinquieme quinta cinque cinco',
  '6 = sixth six sixieme seis sei',
  '7 = seventh seven septieme siete sette sete',
  '8 = eighth eight huit huitieme ocho otto oito',
  '9 = ninth nine neuvieme nueve nove',
  '10 = tenth ten dixieme diez dieci dez',
  '11 = eleventh eleven onze once undici',
  '12 = twelfth twelve douze doce dodici',
  '13 = thirteenth thirteen',
  '14 = fourteenth fourteen quatorze',
  '15 = fifteenth fifteen quinze quince',
  '16 = sixteenth sixteen',
  '17 = seventeenth seventeen',
  '18 = eighteenth eighteen',
  '19 = nineteenth nineteen',
  '20 = twentieth twenty venti veinte',
  '25 = venticinque',
  '30 = thirtieth thirty trenta',
  '40 = fortieth forty',
  '50 = fiftieth fifty',
  '60 = sixtieth sixty',
  '70 = seventieth seventy',
  '80 = eightieth eighty',
  '90 = ninetieth ninety',
];

/** Words before a house number that only say it is one, by language; `*` stands for every language. */
export const NUMBER_MARKERS: Readonly<Record<string, string>> = {
  '*': 'no nr num numero nummer number numer n',
  ru: 'd dom zd zdanie vl vladenie uch uchastok',
  cs: 'cp c',
  sg: 'blk block',
};

/** Words that only say that a place follows or what it is. */
export const PLACE_MARKERS: ReadonlySet<string> = new Set(
  'gorod g city town ville cedex mestys obec misto commune kommune gmina powiat rayon'.split(' '),
);
