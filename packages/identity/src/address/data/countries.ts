/** How a country writes addresses. */
export interface Country {
  /** ISO 3166-1 alpha-2, lower case. */
  readonly code: string;
  /** Folded names in English and at home, `|` between them. */
  readonly names: string;
  /** Dictionaries to read its addresses with, first choice first. */
  readonly languages: string;
  /** Folded postcode with any inner space or hyphen (UPU addressing guides). */
  readonly postcode: string;
  /** The house number stands before the street. */
  readonly numberFirst?: true;
  /** The city stands before the postcode. */
  readonly cityFirst?: true;
  /** `4/38` before the street is unit 4 of number 38. */
  readonly unitBeforeSlash?: true;
  /** Written from the large to the small: region, city, street, house. */
  readonly largeFirst?: true;
}

const FIVE = String.raw`\d{5}`;
const FOUR = String.raw`\d{4}`;
const SIX = String.raw`\d{6}`;
const THREE_TWO = String.raw`\d{3} ?\d{2}`;

/** Universal Postal Union, addressing guides per country; names in everyday use. */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'us',
    names: 'united states|united states of america|usa|u s a|estados unidos',
    languages: 'en es',
    postcode: String.raw`\d{5}(?:-?\d{4})?`,
    numberFirst: true,
    cityFirst: true,
  },
  {
    code: 'ca',
    names: 'canada',
    languages: 'en fr',
    postcode: String.raw`[a-z]\d[a-z][ -]?\d[a-z]\d`,
    numberFirst: true,
    cityFirst: true,
    unitBeforeSlash: true,
  },
  {
    code: 'gb',
    names: 'united kingdom|great britain|england|scotland|wales|northern ireland|uk|u k',
    languages: 'en',
    postcode: String.raw`[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}`,
    numberFirst: true,
    cityFirst: true,
    unitBeforeSlash: true,
  },
  {
    code: 'ie',
    names: 'ireland|eire',
    languages: 'en',
    postcode: String.raw`[a-z]\d[\dw] ?[a-z\d]{4}`,
    numberFirst: true,
    cityFirst: true,
  },
  {
    code: 'au',
    names: 'australia',
    languages: 'en',
    postcode: FOUR,
    numberFirst: true,
    cityFirst: true,
    unitBeforeSlash: true,
  },
  {
    code: 'nz',
    names: 'new zealand|aotearoa',
    languages: 'en',
    postcode: FOUR,
    numberFirst: true,
    cityFirst: true,
    unitBeforeSlash: true,
  },
  {
    code: 'za',
    names: 'south africa',
    languages: 'en nl',
    postcode: FOUR,
    numberFirst: true,
    cityFirst: true,
  },
  {
    code: 'in',
    names: 'india|bharat',
    languages: 'en',
    postcode: String.raw`\d{3} ?\d{3}`,
    numberFirst: true,
    cityFirst: true,
  },
  {
    code: 'sg',
    names: 'singapore',
    languages: 'en sg',
    postcode: SIX,
    numberFirst: true,
    cityFirst: true,
  },
  {
    code: 'ph',
    names: 'philippines|pilipinas',
    languages: 'en',
    postcode: FOUR,
    numberFirst: true,
  },
  { code: 'my', names: 'malaysia', languages: 'ms en', postcode: FIVE, numberFirst: true },
  { code: 'hk', names: 'hong kong', languages: 'en', postcode: '(?!)', numberFirst: true },
  {
    code: 'ng',
    names: 'nigeria',
    languages: 'en',
    postcode: SIX,
    numberFirst: true,
    cityFirst: true,
  },
  { code: 'ke', names: 'kenya', languages: 'en', postcode: FIVE, numberFirst: true },
  {
    code: 'ae',
    names: 'united arab emirates|uae',
    languages: 'en',
    postcode: '(?!)',
    numberFirst: true,
  },
  {
    code: 'il',
    names: 'israel',
    languages: 'he en',
    postcode: String.raw`\d{7}|\d{5}`,
    numberFirst: true,
  },
  {
    code: 'kh',
    names: 'cambodia',
    languages: 'en',
    postcode: String.raw`\d{5,6}`,
    numberFirst: true,
  },
  { code: 'fr', names: 'france|fra', languages: 'fr', postcode: FIVE, numberFirst: true },
  {
    code: 'mc',
    names: 'monaco',
    languages: 'fr',
    postcode: String.raw`(?:mc-?)?980\d{2}`,
    numberFirst: true,
  },
  {
    code: 'lu',
    names: 'luxembourg|luxemburg',
    languages: 'fr de',
    postcode: String.raw`(?:l-?)?\d{4}`,
    numberFirst: true,
  },
  {
    code: 'be',
    names: 'belgium|belgique|belgie|belgien',
    languages: 'fr nl de',
    postcode: String.raw`(?:b-?)?\d{4}`,
  },
  {
    code: 'ch',
    names: 'switzerland|schweiz|suisse|svizzera',
    languages: 'de fr it',
    postcode: String.raw`(?:ch-?)?\d{4}`,
  },
  {
    code: 'de',
    names: 'germany|deutschland|allemagne',
    languages: 'de',
    postcode: String.raw`(?:de?-?)?\d{5}`,
  },
  {
    code: 'at',
    names: 'austria|osterreich|oesterreich',
    languages: 'de',
    postcode: String.raw`(?:at?-?)?\d{4}`,
  },
  { code: 'li', names: 'liechtenstein', languages: 'de', postcode: FOUR },
  {
    code: 'nl',
    names: 'netherlands|the netherlands|nederland|holland',
    languages: 'nl',
    postcode: String.raw`\d{4} ?(?!(?:a[nv]|de|en|in|op|s[ads]|te)\b)[a-z]{2}`,
  },
  {
    code: 'it',
    names: 'italy|italia|italie',
    languages: 'it',
    postcode: String.raw`(?:i-?)?\d{5}`,
  },
  { code: 'sm', names: 'san marino', languages: 'it', postcode: FIVE },
  { code: 'es', names: 'spain|espana|espagne', languages: 'es ca', postcode: FIVE },
  { code: 'ad', names: 'andorra', languages: 'ca es fr', postcode: String.raw`ad-?\d{3}` },
  { code: 'pt', names: 'portugal', languages: 'pt', postcode: String.raw`\d{4}(?:[ -]\d{3})?` },
  { code: 'br', names: 'brazil|brasil', languages: 'pt', postcode: String.raw`\d{5}-?\d{3}` },
  { code: 'mx', names: 'mexico', languages: 'es', postcode: FIVE },
  {
    code: 'ar',
    names: 'argentina',
    languages: 'es',
    postcode: String.raw`[a-z]?\d{4}(?:[a-z]{3})?`,
  },
  { code: 'cl', names: 'chile', languages: 'es', postcode: String.raw`\d{3}-?\d{4}` },
  { code: 'co', names: 'colombia', languages: 'es', postcode: SIX },
  { code: 'pe', names: 'peru', languages: 'es', postcode: FIVE },
  { code: 'pl', names: 'poland|polska|polen', languages: 'pl', postcode: String.raw`\d{2}-\d{3}` },
  {
    code: 'cz',
    names: 'czechia|czech republic|ceska republika|cesko',
    languages: 'cs',
    postcode: THREE_TWO,
  },
  { code: 'sk', names: 'slovakia|slovensko', languages: 'cs', postcode: THREE_TWO },
  { code: 'hu', names: 'hungary|magyarorszag', languages: 'hu', postcode: FOUR },
  { code: 'ro', names: 'romania', languages: 'ro', postcode: SIX },
  { code: 'md', names: 'moldova', languages: 'ro ru', postcode: String.raw`(?:md-?)\d{4}` },
  { code: 'bg', names: 'bulgaria', languages: 'ru en', postcode: FOUR },
  { code: 'rs', names: 'serbia|srbija', languages: 'hr en', postcode: FIVE },
  { code: 'me', names: 'montenegro|crna gora', languages: 'hr en', postcode: FIVE },
  { code: 'hr', names: 'croatia|hrvatska', languages: 'hr en', postcode: FIVE },
  {
    code: 'ba',
    names: 'bosnia and herzegovina|bosna i hercegovina',
    languages: 'hr',
    postcode: FIVE,
  },
  { code: 'si', names: 'slovenia|slovenija', languages: 'hr', postcode: FOUR },
  { code: 'mk', names: 'north macedonia|makedonija', languages: 'hr', postcode: FOUR },
  {
    code: 'ru',
    names: 'russia|russian federation|rossiya|rossiyskaya federatsiya',
    languages: 'ru en',
    postcode: SIX,
    largeFirst: true,
  },
  { code: 'by', names: 'belarus', languages: 'ru en', postcode: SIX, largeFirst: true },
  { code: 'kz', names: 'kazakhstan', languages: 'ru en', postcode: SIX, largeFirst: true },
  { code: 'ua', names: 'ukraine|ukraina|ukrayina', languages: 'ru en', postcode: FIVE },
  { code: 'gr', names: 'greece|ellada|hellas', languages: 'el en', postcode: THREE_TWO },
  { code: 'cy', names: 'cyprus|kypros', languages: 'el en', postcode: FOUR },
  { code: 'tr', names: 'turkey|turkiye', languages: 'tr en', postcode: FIVE },
  {
    code: 'se',
    names: 'sweden|sverige',
    languages: 'sv',
    postcode: String.raw`(?:s-?)?\d{3} ?\d{2}`,
  },
  { code: 'no', names: 'norway|norge', languages: 'sv', postcode: FOUR },
  { code: 'dk', names: 'denmark|danmark', languages: 'sv', postcode: String.raw`(?:dk-?)?\d{4}` },
  { code: 'is', names: 'iceland|island', languages: 'sv', postcode: String.raw`\d{3}` },
  { code: 'fi', names: 'finland|suomi', languages: 'fi sv', postcode: String.raw`(?:fi-?)?\d{5}` },
  { code: 'ee', names: 'estonia|eesti', languages: 'fi', postcode: FIVE },
  { code: 'lv', names: 'latvia|latvija', languages: 'lt', postcode: String.raw`lv-?\d{4}` },
  { code: 'lt', names: 'lithuania|lietuva', languages: 'lt', postcode: String.raw`(?:lt-?)?\d{5}` },
  {
    code: 'jp',
    names: 'japan|nippon',
    languages: 'en',
    postcode: String.raw`\d{3}-?\d{4}`,
    numberFirst: true,
    largeFirst: true,
  },
  { code: 'cn', names: 'china', languages: 'en', postcode: SIX, numberFirst: true },
  { code: 'kr', names: 'south korea|korea', languages: 'en', postcode: FIVE, numberFirst: true },
  {
    code: 'tw',
    names: 'taiwan',
    languages: 'en',
    postcode: String.raw`\d{5,6}|\d{3}`,
    numberFirst: true,
  },
  { code: 'th', names: 'thailand', languages: 'en', postcode: FIVE, numberFirst: true },
  {
    code: 'vn',
    names: 'vietnam|viet nam',
    languages: 'vi en',
    postcode: String.raw`\d{5,6}`,
    numberFirst: true,
  },
  { code: 'id', names: 'indonesia', languages: 'ms en', postcode: FIVE },
  { code: 'ps', names: 'palestine|flstyn', languages: 'ar en', postcode: String.raw`\d{3,7}` },
  { code: 'eg', names: 'egypt|misr', languages: 'ar en', postcode: FIVE, numberFirst: true },
  { code: 'sa', names: 'saudi arabia', languages: 'ar en', postcode: FIVE },
  { code: 'ma', names: 'morocco|maroc', languages: 'fr ar', postcode: FIVE, numberFirst: true },
  { code: 'tn', names: 'tunisia|tunisie', languages: 'fr ar', postcode: FOUR, numberFirst: true },
  { code: 'dz', names: 'algeria|algerie', languages: 'fr ar', postcode: FIVE, numberFirst: true },
];
