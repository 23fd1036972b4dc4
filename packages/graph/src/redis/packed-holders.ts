import type { HolderList } from '../holder-list.ts';
import type { Holding } from '../holding.ts';
import { Packer, type Unpacker } from './pack.ts';

// How a holding's rarer instants are written: whether there is one, and on which side of `since` it lies.
const MATURED = 1;
const MATURED_BEFORE = 2;
const ABUSIVE = 4;
const ABUSIVE_BEFORE = 8;

/** A holder list in as few bytes as it takes: some 20 for a single holder. */
export function packHolders({ holdings, sketch }: HolderList): Buffer {
  const packer = new Packer();
  packer.count(holdings.length);
  for (const holding of holdings) packHolding(packer, holding);
  if (sketch) {
    packer.count(sketch.threshold);
    for (const holding of sketch.sample) packHolding(packer, holding);
  }
  return packer.bytes();
}

/** Reads back {@link packHolders}. */
export function unpackHolders(packed: Unpacker): HolderList {
  const holdings: Holding[] = [];
  for (let left = packed.count(); left > 0; left -= 1) holdings.push(unpackHolding(packed));
  if (packed.atEnd()) return { holdings };
  const threshold = packed.count();
  const sample: Holding[] = [];
  while (!packed.atEnd()) sample.push(unpackHolding(packed));
  return { holdings, sketch: { threshold, sample } };
}

function packHolding(packer: Packer, holding: Holding): void {
  const { account, since, last, maturedAt, abusiveAt } = holding;
  packer.account(account);
  packer.count(
    (maturedAt === Infinity ? 0 : MATURED) |
      (maturedAt < since ? MATURED_BEFORE : 0) |
      (abusiveAt === Infinity ? 0 : ABUSIVE) |
      (abusiveAt < since ? ABUSIVE_BEFORE : 0),
  );
  packer.count(since);
  packer.count(last - since);
  if (maturedAt !== Infinity) packer.count(Math.abs(maturedAt - since));
  if (abusiveAt !== Infinity) packer.count(Math.abs(abusiveAt - since));
}

function unpackHolding(packed: Unpacker): Holding {
  const account = packed.account();
  const flags = packed.count();
  const since = packed.count();
  const last = since + packed.count();
  const maturedAt =
    flags & MATURED ? since + (flags & MATURED_BEFORE ? -1 : 1) * packed.count() : Infinity;
  const abusiveAt =
    flags & ABUSIVE ? since + (flags & ABUSIVE_BEFORE ? -1 : 1) * packed.count() : Infinity;
  return { account, since, last, maturedAt, abusiveAt };
}
