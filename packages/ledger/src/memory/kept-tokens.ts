import type { AccountState, KeptAccount, KeptTokens, Profile } from '@doubletake/scoring';
import { stampOf } from './profile-stamp.ts';

interface Kept {
  readonly readAs: string;
  readonly tokens: Uint8Array;
}

/** What profiles were read as. It goes with them. */
export class MemoryKept {
  #kept = new WeakMap<Profile, Kept>();

  /** Of a profile that stands no more nothing is kept. */
  keep(readAs: string, profile: Profile | undefined, { stamp, tokens }: KeptTokens): void {
    if (profile !== undefined && Buffer.compare(stampOf(profile), stamp) === 0)
      this.#kept.set(profile, { readAs, tokens });
  }

  forget(): void {
    this.#kept = new WeakMap();
  }

  /** An account without its profile, when what that was read as was kept. */
  instead(account: AccountState, readAs?: string): KeptAccount | undefined {
    const { profile, stamp: _, ...state } = account;
    const kept = this.#kept.get(profile);
    if (kept === undefined || kept.readAs !== readAs) return undefined;
    return { accountId: profile.accountId, ...state, tokens: kept.tokens };
  }
}
