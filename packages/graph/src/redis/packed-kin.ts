import { NO_KIN, type Kin, type Link } from '../kin.ts';
import { Packer, type Unpacker } from './pack.ts';

/** An account's kin with everyone above it written down, so that a pair needs no second look. */
export interface KinRecord extends Kin {
  /** Above the account, nearest first. */
  readonly ancestry: readonly Link[];
}

/** Nobody above, beside or below. */
export const NO_KIN_RECORD: KinRecord = { ...NO_KIN, ancestry: [] };

/** A kin record in bytes; nothing at all for nobody. */
export function packKin({ referrers, ancestry, referees }: KinRecord): Buffer | undefined {
  if (referrers.length + ancestry.length + referees.length === 0) return undefined;
  const packer = new Packer();
  for (const links of [referrers, ancestry, referees]) {
    packer.count(links.length);
    for (const { account, at } of links) {
      packer.account(account);
      packer.count(at);
    }
  }
  return packer.bytes();
}

/** Reads back {@link packKin}. */
export function unpackKin(packed: Unpacker | undefined): KinRecord {
  if (packed === undefined) return NO_KIN_RECORD;
  const links = (): Link[] =>
    Array.from({ length: packed.count() }, () => ({
      account: packed.account(),
      at: packed.count(),
    }));
  return { referrers: links(), ancestry: links(), referees: links() };
}
