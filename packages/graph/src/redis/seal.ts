/** What a slice says of itself: which graph it belongs to, and how far into the ledger it has come. */
export interface Seal {
  /** How many accounts the graph was cut for, and a name of its own. */
  readonly name: string;
  readonly cursor: number;
}

/** How a seal is written; without a cursor, how it begins. */
export function sealText(name: string, cursor?: number): string {
  return `${name}:${cursor ?? ''}`;
}

/** Reads a seal; nothing when there is none. */
export function sealFrom(text: Buffer | null | undefined): Seal | undefined {
  if (!text) return undefined;
  const written = text.toString('latin1');
  const colon = written.indexOf(':');
  return { name: written.slice(0, colon), cursor: Number(written.slice(colon + 1)) };
}
