/** A town; in `postalCode` every `#` stands for a digit and every `@` for a letter. */
export interface Town {
  readonly name: string;
  readonly region?: string;
  readonly postalCode: string;
}

/** What people of one country are called, where they live and how they write it down. */
export interface Locale {
  readonly country: string;
  /** Share of customers, relative to the other locales. */
  readonly weight: number;
  readonly language: string;
  readonly timezones: readonly string[];
  readonly currency: string;
  /** Minor units of this currency that buy what one US cent buys, roughly. */
  readonly price: number;
  readonly dialling: string;
  /** Digit dialled before a national number at home; empty where there is none. */
  readonly trunk: string;
  /** National numbers without trunk digit; `#` is a digit. */
  readonly mobile: readonly string[];
  /** Numbers that belong to internet telephony; empty where the numbering plan has none. */
  readonly voip: readonly string[];
  readonly mailDomains: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly streets: readonly string[];
  /** Street words people shorten, with the short form. */
  readonly shortForms: readonly (readonly [long: string, short: string])[];
  /** `12 High Street` rather than `Hauptstraße 12`. */
  readonly numberFirst: boolean;
  /** Ways to write a flat; `#` stands for its number. */
  readonly units: readonly string[];
  readonly towns: readonly Town[];
}

/** Splits a comma list, so that tables stay readable. */
export const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim());
