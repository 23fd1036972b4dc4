import { parseEvent, type DomainEvent } from '@doubletake/scoring';
import { newKeysFile, parseKeys } from 'doubletake';
import type { SqlLedgerOptions } from '@doubletake/ledger';
import { generateWorld } from '../world/generate.ts';

/** The events of a made-up world, in batches. */
export function worldBatches(referrals: number, size: number): DomainEvent[][] {
  const plan = { seed: 'ledger', referrals, background: 2 * referrals, from: '2025-01-01' };
  const { events } = generateWorld({ ...plan, days: 300, rates: {} });
  const parsed = events.flatMap((event): DomainEvent[] => {
    const read = parseEvent(event, 1);
    return read.ok ? [read.value] : [];
  });
  const once = [...new Map(parsed.map((event) => [event.id, event])).values()];
  return Array.from({ length: Math.floor(once.length / size) }, (_, nth) =>
    once.slice(nth * size, (nth + 1) * size),
  );
}

/** Keys made for this run. */
export function passingKeys(): SqlLedgerOptions {
  const { seal, audit } = parseKeys(newKeysFile());
  return { keys: seal, auditKey: audit };
}
