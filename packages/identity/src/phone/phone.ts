import type { PhoneNumberType } from 'libphonenumber-js/max';

/** A phone number as written, and where it was written. */
export interface PhoneRaw {
  readonly number: string;
  /** ISO 3166-1 alpha-2 code of the country whose dialling habits the number follows. Ignored when unknown. */
  readonly region?: string;
}

/** A phone line in canonical form. */
export interface Phone {
  /** `e164`, with `;ext=` where there is an extension; the bare digits when the number could not be parsed. */
  readonly canonical: string;
  /** `+`, country code and national number; absent when the number could not be parsed. */
  readonly e164: string | undefined;
  readonly extension: string | undefined;
  /** ISO 3166-1 alpha-2 code of the numbering plan; absent for invalid and non-geographic numbers. */
  readonly country: string | undefined;
  /** Kind of line by its range; absent when the range is not assigned. US and Canadian VoIP lines look geographic. */
  readonly type: PhoneNumberType | undefined;
  /** The range belongs to Internet telephony. */
  readonly voip: boolean;
  /** The number lies in an assigned range. */
  readonly valid: boolean;
}
