/** What issues the fingerprint of an instrument. */
export type PaymentMethod = 'card' | 'paypal' | 'iban' | 'bank_token' | 'wallet';

/** A payment instrument as the payment provider reports it; never a card number. */
export interface PaymentRaw {
  readonly kind: PaymentMethod;
  /**
   * The provider's fingerprint or token of the instrument; for `iban` the account number itself, for `paypal` the payer
   * id or e-mail address.
   */
  readonly fingerprint: string;
  /** The payment provider (and merchant account) whose fingerprint it is: others write the same card differently. */
  readonly provider?: string;
  /** First 6 to 8 digits of the card number. */
  readonly bin?: string;
  /** Last 4 digits of the card number. */
  readonly last4?: string;
  /** Month and year the card ends: `12/27`, `12/2027` or `2027-12`. */
  readonly expiry?: string;
}

/** A payment instrument in canonical form. */
export interface Payment {
  /** Method, provider where it counts, and the canonical fingerprint: equal exactly for one instrument. */
  readonly canonical: string;
  readonly method: PaymentMethod;
  /** `bin|last4|YYYY-MM`, where all three are known: likely, not surely, one card. */
  readonly face: string | undefined;
  /** What an analyst may see: the last four characters at most. */
  readonly tail: string;
}
