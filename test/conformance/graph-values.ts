import type {
  AccountRef,
  GraphWrite,
  HeldToken,
  PairQuestion,
  Token,
  TypedToken,
} from '@doubletake/scoring';

/** A day in milliseconds, and an arbitrary instant tests count from. */
export const DAY = 86_400_000;
export const START: number = Date.UTC(2026, 0, 1);

/** The n-th account: references spread like the keyed hashes they stand for. */
export function account(n: number): AccountRef {
  return spread(n, 8);
}

/** The n-th token of a type. */
export function token(
  n: number,
  type: TypedToken['type'] = 'email',
): TypedToken & { token: Token } {
  return { type, token: `k1:${spread(n + 1_000_000, 16)}` };
}

/** A token seen over days counted from the start. */
function held({ type, token: text }: TypedToken, from: number, to: number = from): HeldToken {
  return { type, token: text, since: START + from * DAY, last: START + to * DAY };
}

/** A question about a pair on a day counted from the start. */
export function pairOn(
  day: number,
  [referrer, referrerTokens]: readonly [number, readonly TypedToken[]],
  [referee, refereeTokens]: readonly [number, readonly TypedToken[]],
): PairQuestion {
  return {
    referrer: { account: account(referrer), tokens: referrerTokens },
    referee: { account: account(referee), tokens: refereeTokens },
    asOf: START + day * DAY,
  };
}

/** An account holding tokens since a day, perhaps until another. */
export function observed(
  n: number,
  tokens: readonly TypedToken[],
  {
    from = 0,
    to = from,
    matured,
    abusive,
  }: { from?: number; to?: number; matured?: number; abusive?: number } = {},
): GraphWrite {
  return {
    kind: 'account',
    account: account(n),
    tokens: tokens.map((each) => held(each, from, to)),
    ...(matured === undefined ? {} : { maturedAt: START + matured * DAY }),
    ...(abusive === undefined ? {} : { abusiveAt: START + abusive * DAY }),
  };
}

/** One account brought another on a day. */
export function referred(referrer: number, referee: number, day: number): GraphWrite {
  return {
    kind: 'referral',
    referrer: account(referrer),
    referee: account(referee),
    at: START + day * DAY,
  };
}

/** One account did not bring another after all. */
export function unlinked(referrer: number, referee: number): GraphWrite {
  return { kind: 'unlink', referrer: account(referrer), referee: account(referee) };
}

/** An account leaves. */
export function erased(n: number, tokens: readonly TypedToken[] = []): GraphWrite {
  return { kind: 'erase', account: account(n), tokens };
}

/** An account lets go of tokens that it was last seen with on a day. */
export function released(n: number, tokens: readonly TypedToken[], day = 0): GraphWrite {
  const past = tokens.map((each) => ({ ...each, last: START + day * DAY }));
  return { kind: 'release', account: account(n), tokens: past };
}

// A multiplicative generator (MINSTD, Park & Miller 1988) drawn a few times: close numbers must not give close bytes.
function spread(n: number, bytes: number): string {
  let state = ((n + 1) * 7919) % 2_147_483_647;
  const draw = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  draw();
  return Buffer.from(Array.from({ length: bytes }, () => (draw() >>> 7) & 0xff)).toString(
    'base64url',
  );
}
