import type { AuditEntry, AuditRecord, AuditTrail } from '@doubletake/scoring';
import { BEGINNING, type ChainLink, linked, recordOf, signedHead } from '../audit/chain.ts';
import { chainKeys, type AuditKeys, type ChainKeys } from '../audit/chain-keys.ts';
import { checkedEntry } from '../audit/check-entry.ts';
import { verifyChain } from '../audit/verify-chain.ts';

/** A chain that lives as long as the process. */
export class MemoryAuditTrail implements AuditTrail {
  readonly #keys: ChainKeys;
  readonly #links: ChainLink[] = [];

  constructor(given: Uint8Array | AuditKeys) {
    this.#keys = chainKeys(given);
  }

  /** Appends in the same breath as what it is about. */
  add(entry: AuditEntry): AuditRecord {
    const link = linked(this.#keys, this.#links.at(-1) ?? BEGINNING, checkedEntry(entry));
    this.#links.push(link);
    return recordOf(link);
  }

  readonly append: AuditTrail['append'] = async (entry) => this.add(entry);

  readonly entries: AuditTrail['entries'] = async ({
    actor,
    action,
    subject,
    before = Infinity,
    limit = 50,
  }) =>
    this.#links
      .filter(
        (link) =>
          link.seq < before &&
          (actor === undefined || link.actor === actor) &&
          (action === undefined || link.action === action) &&
          (subject === undefined || link.subject === subject),
      )
      .slice(-limit)
      .toReversed()
      .map(recordOf);

  readonly head: AuditTrail['head'] = async (at) =>
    signedHead(this.#keys, this.#links.at(-1) ?? BEGINNING, at);

  readonly verify: AuditTrail['verify'] = (head) =>
    verifyChain(
      this.#keys,
      { read: async (after) => this.#links.slice(after), everUsed: async () => false },
      head,
    );
}
