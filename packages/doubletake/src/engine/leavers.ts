import { setTimeout as pause } from 'node:timers/promises';
import type { AccountRef, ProjectionBatch, TypedToken } from '@doubletake/scoring';
import type { EngineParts } from './parts.ts';

/** The tokens of accounts this process erased: the ledger no longer knows them. */
export type Gone = ReadonlyMap<AccountRef, readonly TypedToken[]>;

export const NOBODY: Gone = new Map();

/** How long a process that erased somebody is given to take them out of a graph it shares, in milliseconds. */
const GRACE = 1000;

/** How often it is asked meanwhile whether it has. */
const TURN = 20;

/**
 * Who left in a step whose tokens nobody here can name: erased by another process, or by one that died over it. One that
 * became part of another has them in the other's history, for as long as that one is there.
 */
export async function nameless(
  { erased, leaving }: Pick<ProjectionBatch, 'erased' | 'leaving'>,
  gone: Gone,
  { ledger, hashing: { accountRef } }: EngineParts,
): Promise<readonly AccountRef[]> {
  const left = new Set(leaving);
  const found = await Promise.all(
    erased.map(async (id) => {
      const now = await ledger.records.history(id);
      const isGone = now.erased && (left.has(id) || now.accountId !== id);
      return isGone && !gone.has(accountRef(id)) ? accountRef(id) : [];
    }),
  );
  return found.flat();
}

/** Waits for something another process is about to do; whether it did. */
export async function inTime(isDone: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < GRACE; waited += TURN) {
    if (await isDone()) return true;
    await pause(TURN);
  }
  return isDone();
}
