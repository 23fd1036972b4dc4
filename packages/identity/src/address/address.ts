/** A postal address as a host system holds it. Free text is `{ lines: [text] }`. */
export interface AddressRaw {
  /** Street lines, or the whole address in one text. */
  readonly lines: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2 code or a name of the country; a hint, the text may say otherwise. */
  readonly country?: string;
}

/** An address in its parts: lower-case ASCII, abbreviations spelled one way, words in order. */
export interface Address {
  /** House number (`12`, `12a`, `11-13`), or the number of a PO box. */
  readonly number?: string;
  readonly building?: string;
  readonly staircase?: string;
  readonly floor?: string;
  /** Flat, apartment, suite or room. */
  readonly unit?: string;
  /** Words of the street's name without its type. `po box` for a PO box. */
  readonly street: readonly string[];
  /** Kind of street in one language-free word: `street`, `avenue`, `place`. */
  readonly streetType?: string;
  /** Compass points of the street, `n` to `nw`. */
  readonly directional?: string;
  /** Words written before the street: the name of a house, firm or estate. */
  readonly premise: readonly string[];
  readonly city?: string;
  /** Other words of the place: district, suburb, county. */
  readonly area: readonly string[];
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
  /** Whether the last street words may be the city's: nothing in the text marked where the street ends. */
  readonly open: boolean;
  /** Every part in a fixed order; reading it again gives the same address. */
  readonly canonical: string;
}

/** The parts as they are found; `canonical` follows from them. */
export type AddressParts = { -readonly [Part in keyof Omit<Address, 'canonical'>]: Address[Part] };
