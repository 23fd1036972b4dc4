import type { GraphWrite, Instant, PairQuestion, TypedToken } from '@doubletake/scoring';
import { GraphError } from './errors.ts';

/** 64 bits in base64url: the last character carries four of them, so only every fourth letter can stand there. */
const ACCOUNT = /^[\w-]{10}[AEIMQUYcgkosw048]$/;

/** A key id, a colon, and 128 bits in base64url, whose last character carries two. */
const TOKEN = /^[\w.-]{1,32}:[\w-]{21}[AQgw]$/;

/** Refuses a write that could not be kept as it stands. @throws GraphError */
export function checkWrite(write: GraphWrite): void {
  if (write.kind === 'referral' || write.kind === 'unlink') {
    checkAccount(write.referrer);
    checkAccount(write.referee);
    if (write.kind === 'referral') checkInstant(write.at);
    return;
  }
  checkAccount(write.account);
  write.tokens.forEach(checkToken);
  if (write.kind === 'release') for (const { last } of write.tokens) checkInstant(last);
  if (write.kind !== 'account') return;
  for (const { since, last } of write.tokens) {
    checkInstant(since);
    checkInstant(last);
    if (last < since)
      refuseInstant(last, `an instant from \`${since}\` on, when it was first seen`);
  }
  checkInstant(write.maturedAt ?? 0);
  checkInstant(write.abusiveAt ?? 0);
}

/** Refuses a question that nothing kept could answer. @throws GraphError */
export function checkQuestion({ referrer, referee, asOf }: PairQuestion): void {
  for (const { account, tokens } of [referrer, referee]) {
    checkAccount(account);
    tokens.forEach(checkToken);
  }
  checkInstant(asOf);
}

function checkAccount(account: string): void {
  if (ACCOUNT.test(account)) return;
  throw new GraphError(
    'graph_bad_account',
    `\`${account}\` is not an account reference: 64 bits as 11 base64url characters`,
  );
}

function checkToken({ token }: TypedToken): void {
  if (TOKEN.test(token)) return;
  throw new GraphError(
    'graph_bad_token',
    `\`${token}\` is not a token: a key id, a colon and 128 bits as 22 base64url characters`,
  );
}

function checkInstant(instant: Instant): void {
  if (Number.isSafeInteger(instant) && instant >= 0) return;
  refuseInstant(instant, 'a whole number of milliseconds since 1970');
}

function refuseInstant(instant: Instant, wanted: string): never {
  throw new GraphError('graph_bad_instant', `\`${instant}\` is not ${wanted}`);
}
