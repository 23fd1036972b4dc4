import { scrypt, timingSafeEqual } from 'node:crypto';
import { Refused } from '../refused.ts';
import { queued } from './queued.ts';

/** How passwords are kept and checked. */
export interface Passwords {
  /** A self-describing hash: `scrypt$17$8$1$salt$key`, so that the cost can rise later. */
  readonly hash: (password: string) => Promise<string>;
  /** Whether it is the password. Without a hash it takes as long, and is not. */
  readonly matches: (password: string, hash: string | undefined) => Promise<boolean>;
}

export interface PasswordOptions {
  readonly random: (bytes: number) => Uint8Array;
  /** Binary logarithm of scrypt's N. @defaultValue 17, as ASVS 5.0 appendix C asks */
  readonly cost?: number;
}

const KEY_BYTES = 32;
const BLOCK = 8;
const LANES = 1;
// One costs 128 MiB and half a second: two at once, twenty waiting, the rest are told to come back.
const AT_ONCE = 2;
const WAITING = 20;

const FORM = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

/** Passwords under scrypt (RFC 7914), a few at a time. */
export function scryptPasswords({ random, cost = 17 }: PasswordOptions): Passwords {
  const inTurn = queued(AT_ONCE, WAITING);
  const run = (password: string, salt: Uint8Array, costs: Costs): Promise<Buffer> =>
    inTurn(
      () => derive(password, salt, costs),
      () => {
        throw new Refused(503, 'too many passwords are being checked');
      },
    );
  const own: Costs = { cost, block: BLOCK, lanes: LANES };
  const nobodys = { salt: random(16), key: Buffer.from(random(KEY_BYTES)), costs: own };
  return {
    hash: async (password) => {
      const salt = random(16);
      const key = await run(password, salt, own);
      return ['scrypt', cost, BLOCK, LANES, text(salt), text(key)].join('$');
    },
    matches: async (password, hash) => {
      const kept = hash === undefined ? undefined : parse(hash);
      const { salt, key, costs } = kept ?? nobodys;
      const given = await run(password, salt, costs);
      return timingSafeEqual(given, key) && kept !== undefined;
    },
  };
}

interface Costs {
  readonly cost: number;
  readonly block: number;
  readonly lanes: number;
}

function parse(hash: string): { salt: Buffer; key: Buffer; costs: Costs } {
  const [, cost, block, lanes, salt = '', key = ''] = FORM.exec(hash) ?? [];
  const keyBytes = Buffer.from(key, 'base64url');
  if (keyBytes.length !== KEY_BYTES) throw new Error('a password hash is not in a form known here');
  return {
    salt: Buffer.from(salt, 'base64url'),
    key: keyBytes,
    costs: { cost: Number(cost), block: Number(block), lanes: Number(lanes) },
  };
}

function derive(password: string, salt: Uint8Array, costs: Costs): Promise<Buffer> {
  const N = 2 ** costs.cost;
  const options = { N, r: costs.block, p: costs.lanes, maxmem: 256 * N * costs.block };
  return new Promise((resolve, reject) => {
    // The same characters may be typed in two forms; NFKC makes them one (NIST SP 800-63B §5.1.1.2).
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
