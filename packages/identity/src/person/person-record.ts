import type { AddressRaw } from '../address/address.ts';
import type { NameRaw } from '../name/person-name.ts';
import type { PhoneRaw } from '../phone/phone.ts';

/** What is known of one person; every part may be missing. */
export interface PersonRecord {
  readonly person?: NameRaw;
  readonly email?: string;
  readonly phone?: PhoneRaw;
  readonly address?: AddressRaw;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}
