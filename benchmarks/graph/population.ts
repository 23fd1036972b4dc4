import { createHash } from 'node:crypto';
import type { AccountWrite, GraphWrite, PairQuestion, TypedToken } from '@doubletake/scoring';

/** One identifier of each of these types per account. */
const TYPES = [
  'email',
  'phone',
  'address',
  'name',
  'payment',
  'installation',
  'visitor',
  'ip',
] as const;

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

/** One identifier in eight is another account's, and no value has more than four holders. */
const SHARED_ONE_IN = 8;
const HOLDERS = 4;

/** The n-th account with its eight identifiers, five in six of them matured, seen over a year. */
function accountWrite(n: number): AccountWrite {
  const since = START + (n % 365) * DAY + (n % 86_399) * 1000;
  const last = since + (n % 5) * 17 * DAY;
  return {
    kind: 'account',
    account: reference(n),
    tokens: tokensOf(n).map((token) => ({ ...token, since, last })),
    ...(n % 6 === 0 ? {} : { maturedAt: since + 60 * DAY }),
  };
}

/** What the n-th account brings into the graph: itself, and for one in ten who brought it. */
export function writesOf(n: number): readonly GraphWrite[] {
  const write = accountWrite(n);
  if (n % 10 !== 1) return [write];
  const [first] = write.tokens;
  const at = first?.since ?? START;
  return [write, { kind: 'referral', referrer: reference(n - 1), referee: write.account, at }];
}

/** A question about the n-th account and the one before it. */
export function questionAbout(n: number): PairQuestion {
  return {
    referrer: { account: reference(n - 1), tokens: tokensOf(n - 1) },
    referee: { account: reference(n), tokens: tokensOf(n) },
    asOf: START + 400 * DAY,
  };
}

function tokensOf(n: number): TypedToken[] {
  return TYPES.map((type, index) => {
    const block = n - (n % HOLDERS);
    const shared = digest(`shared ${type} ${n}`).readUInt8(index) % SHARED_ONE_IN === 0;
    const owner = shared ? block : n;
    return { type, token: `k1:${digest(`${type} ${owner}`).toString('base64url', 0, 16)}` };
  });
}

function reference(n: number): string {
  return digest(`account ${n}`).toString('base64url', 0, 8);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
