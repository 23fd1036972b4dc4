import type { AuditVerdict } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { BEGINNING, linked, signedHead, type ChainLink } from './chain.ts';
import { chainKeys, type AuditKeys } from './chain-keys.ts';
import { verifyChain, type ChainStore } from './verify-chain.ts';

const secret = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const entry = { at: 1, actor: 'lea', action: 'case.claim', subject: 'case:1', details: {} };

const OLD = chainKeys(secret(1));
const [ONE, TWO] = [ring('a1', 'a1', 'a2'), ring('a2', 'a2', 'a1')];

/** The first writes; both are known. */
function ring(current: string, ...kids: readonly string[]): AuditKeys {
  return { current, keys: new Map(kids.map((kid) => [kid, secret(Number(kid.slice(1)))])) };
}

/** A chain of links, each under its own keys. */
function chain(...under: readonly (AuditKeys | typeof OLD)[]): readonly ChainLink[] {
  const links: ChainLink[] = [];
  for (const keys of under)
    links.push(linked('sign' in keys ? keys : chainKeys(keys), links.at(-1) ?? BEGINNING, entry));
  return links;
}

const verify = (keys: AuditKeys, links: readonly ChainLink[]): Promise<AuditVerdict> =>
  verifyChain(chainKeys(keys), storeOf(links));

const storeOf = (links: readonly ChainLink[], used: readonly string[] = ['a1']): ChainStore => ({
  read: async (after) => links.slice(after),
  everUsed: async (kid) => used.includes(kid),
});

const retired: AuditKeys = { ...TWO, until: new Map([['a1', 3]]) };

test.each([
  { note: 'under a key that had no name, and goes on under one', links: chain(OLD, OLD, ONE) },
  { note: 'while some still write under the old key', links: chain(ONE, TWO, ONE, TWO) },
  { note: 'whose old key has retired', links: chain(OLD, ONE, ONE, TWO), keys: retired },
])('a chain $note is whole', async ({ links, keys = TWO }) => {
  expect(await verify(keys, links)).toEqual({ ok: true, entries: links.length });
});

test('a retired key adds nothing, whoever has it', async () => {
  const forged = chain(OLD, ONE, ONE, TWO, ONE);
  expect(await verify(retired, forged)).toEqual({ ok: false, seq: 5, broken: 'changed' });
});

test('a hash says by which key it is, and only that key', async () => {
  const [first, second] = chain(ONE, TWO);
  if (first === undefined || second === undefined) throw new Error('two links were made');
  const renamed = { ...second, hash: second.hash.replace('a2:', 'a1:') };
  expect(await verify(TWO, [first, renamed])).toMatchObject({ seq: 2, broken: 'changed' });
});

test('a key that is missing is named, and where', async () => {
  await expect(verify(ring('a2', 'a2'), chain(ONE))).rejects.toMatchObject({
    code: 'ledger_key_missing',
    message: expect.stringContaining(
      'record 1 of the audit trail is signed with key `a1`',
    ) as unknown,
  });
});

test('a key that never was is a forgery', async () => {
  const found = verifyChain(chainKeys(ring('a2', 'a2')), storeOf(chain(ONE), []));
  expect(await found).toEqual({ ok: false, seq: 1, broken: 'changed' });
  const head = signedHead(chainKeys(ONE), BEGINNING, 5);
  const forged = verifyChain(chainKeys(ring('a2', 'a2')), storeOf([], []), head);
  expect(await forged).toEqual({ ok: false, seq: 0, broken: 'head_forged' });
});

test.each([0, -5])('an entry in place %d is not as it was written', async (seq) => {
  const [first] = chain(TWO);
  if (first === undefined) throw new Error('a link was made');
  expect(await verify(TWO, [{ ...first, seq }, first])).toEqual({
    ok: false,
    seq,
    broken: 'changed',
  });
});

test('a head signed under the old key still verifies', async () => {
  const links = chain(OLD, TWO);
  const head = signedHead(OLD, links[0] ?? BEGINNING, 5);
  expect(await verifyChain(chainKeys(TWO), storeOf(links), head)).toEqual({ ok: true, entries: 2 });
});
