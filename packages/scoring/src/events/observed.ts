/** What an account may be to the programme; one account may be several. */
export type AccountRole = 'customer' | 'partner' | 'affiliate' | 'creator' | 'agent' | 'employee';

/** A name as written, in parts or whole. `birthDate` is `YYYY-MM-DD`. */
export interface ObservedPerson {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly fullName?: string;
  readonly birthDate?: string;
}

/** A phone number as written; `region` is the ISO 3166 country it was dialled from. */
export interface ObservedPhone {
  readonly number: string;
  readonly region?: string;
}

/** A postal address as written. */
export interface ObservedAddress {
  readonly lines: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export type PaymentKind = 'card' | 'paypal' | 'iban' | 'bank_token' | 'wallet';

/** A payment instrument as the payment provider names it: its fingerprint or token, never a card number. */
export interface ObservedPayment {
  readonly kind: PaymentKind;
  readonly fingerprint: string;
  readonly provider?: string;
  /** First six or eight digits of a card. */
  readonly bin?: string;
  readonly last4?: string;
  /** `MM/YY` or `YYYY-MM`. */
  readonly expiry?: string;
}

/** One component as the FingerprintJS agent returns it. */
export interface DeviceComponent {
  readonly value?: unknown;
}

/** A device snapshot as the collector returns it. */
export interface ObservedDevice {
  readonly visitorId?: string;
  /** FingerprintJS version; visitor ids compare within one minor version. */
  readonly version?: string;
  /** 0 to 1, bare or as the agent wraps it. */
  readonly confidence?: number | { readonly score: number; readonly comment?: string };
  /** Our first-party random id, one per browser profile. */
  readonly installationId?: string;
  readonly components?: Readonly<Record<string, DeviceComponent>>;
}

/** The caller's verdict on the address it saw. Absent means not looked up, which is not "clean". */
export interface NetworkVerdict {
  readonly vpn?: boolean;
  readonly proxy?: boolean;
  readonly hosting?: boolean;
  readonly tor?: boolean;
  readonly mobile?: boolean;
}
