/** Parts of a building, from the large to the small. */
export const SUBUNITS = ['building', 'staircase', 'floor', 'unit'] as const;
export type Subunit = (typeof SUBUNITS)[number];

/**
 * Words before the part they name, by language; `*` stands for every language. USPS Publication 28 appendix C2,
 * Royal Mail, La Poste AFNOR XPZ 10-011, Correos, Poste Italiane, GUS TERYT, FIAS and everyday forms, folded.
 */
export const SUBUNIT_WORDS: Readonly<Record<string, Readonly<Record<Subunit, string>>>> = {
  '*': {
    building: 'building bldg block blk tower',
    staircase: '',
    floor: 'floor level',
    unit: '# apartment apartments apt flat unit suite room appartement',
  },
  en: {
    building: 'twr wing phase',
    staircase: 'stair entrance',
    floor: 'flr lvl fl',
    unit: 'ste rm lot spc space trlr trailer dept department penthouse ph apmt office ofc shop slip pier hngr stop maisonette pmb box lbby',
  },
  fr: {
    building: 'batiment bat bt immeuble imm tour hall',
    staircase: 'escalier esc',
    floor: 'etage etg et',
    unit: 'apt app appt porte pte logement lgt boite bte chambre chb studio',
  },
  es: {
    building: 'bloque bq blq edificio edif torre portal manzana mz',
    staircase: 'escalera esc',
    floor: 'piso planta pl pta',
    unit: 'puerta puertas pta departamento depto dpto dto apartamento apto local oficina of ofic interior int casa',
  },
  ca: { building: 'bloc edifici', staircase: 'escala esc', floor: 'pis', unit: 'porta pta' },
  pt: {
    building: 'bloco bl torre edificio ed quadra qd',
    staircase: 'entrada',
    floor: 'andar piso',
    unit: 'apartamento apto ap sala sl casa cs conjunto cj fracao loja lj lote lt',
  },
  it: {
    building: 'edificio palazzina pal fabbricato lotto',
    staircase: 'scala sc scal',
    floor: 'piano p',
    unit: 'interno int appartamento app',
  },
  de: {
    building: 'haus hs gebaude geb block',
    staircase: 'stiege stg eingang aufgang',
    floor: 'stock etage og',
    unit: 'wohnung whg w top tur apartment app zimmer zi',
  },
  nl: {
    building: 'gebouw',
    staircase: '',
    floor: 'verdieping etage',
    unit: 'bus b app appartement kamer k',
  },
  sv: {
    building: 'hus',
    staircase: 'trappa tr uppgang opgang',
    floor: 'sal vaning etasje etg',
    unit: 'lgh lagenhet leil leilighet bolig',
  },
  fi: { building: '', staircase: 'rappu', floor: 'kerros krs', unit: 'as asunto huoneisto krt' },
  pl: {
    building: 'blok bl budynek bud',
    staircase: 'klatka kl',
    floor: 'pietro',
    unit: 'm mieszkanie miesz lok lokal lokalu',
  },
  cs: { building: 'budova', staircase: 'vchod', floor: 'patro', unit: 'byt' },
  hu: { building: 'epulet ep', staircase: 'lepcsohaz lph', floor: 'emelet em', unit: 'ajto a' },
  ro: { building: 'bloc bl', staircase: 'scara sc', floor: 'etaj et', unit: 'apartament ap' },
  hr: { building: '', staircase: 'ulaz', floor: 'kat sprat', unit: 'stan' },
  ru: {
    building: 'korpus korp k kor stroenie str litera lit',
    staircase: 'podezd pod',
    floor: 'etazh et',
    unit: 'kvartira kv ofis of pomeshchenie pom komnata kom saray garazh',
  },
  el: { building: 'ktirio', staircase: '', floor: 'orofos', unit: 'diam diamerisma' },
  tr: { building: 'apt apartmani blok', staircase: '', floor: 'kat', unit: 'daire d da' },
  lt: { building: 'korpusas', staircase: '', floor: 'aukstas', unit: 'butas bt dzivoklis dz' },
};

/** Words that follow their number: 4th floor, 2. OG, 3e etage. */
export const FLOOR_AFTER: readonly string[] =
  'floor fl flr og obergeschoss stock etage etg piso andar planta verdieping emelet em piano pietro etazh kerros krs patro'.split(
    ' ',
  );

/** Parts known by a word alone: `word = part value`. */
export const WHOLE_SUBUNITS: readonly string[] = [
  'basement = floor basement',
  'bsmt = floor basement',
  'eg = floor 0',
  'erdgeschoss = floor 0',
  'parterre = floor 0',
  'bajo = floor 0',
  'rdc = floor 0',
  'dg = floor roof',
  'dachgeschoss = floor roof',
  'atico = floor roof',
  'penthouse = floor roof',
  'ug = floor basement',
  'rear = building rear',
];
