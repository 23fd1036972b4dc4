import { randomBytes } from 'node:crypto';

/** One secret with its public id, as a keys file has it. */
export interface KeyEntry {
  readonly kid: string;
  /** 32 bytes in base64. */
  readonly secret: string;
}

/** One that the audit trail was chained with, and the last place it wrote once another took over. */
interface AuditKeyEntry extends KeyEntry {
  readonly until?: number;
}

/** All of them as a JSON file: the first pepper and the first seal are those that write, the others are read. */
export interface KeysFile {
  readonly peppers: readonly KeyEntry[];
  readonly accounts: string;
  readonly seal: readonly KeyEntry[];
  readonly audit: readonly AuditKeyEntry[];
  /** Where a rotation stands; absent when none is under way. */
  readonly rotation?: Rotation;
}

/**
 * `added`: every process must know the new keys before one of them uses them. `used`: the new ones write, and what the
 * old ones wrote is being rewritten. `dropped`: the old ones are gone from the file; what old tokens are left goes.
 */
export interface Rotation {
  readonly phase: 'added' | 'used' | 'dropped';
  /** Ids of the peppers that are replaced. */
  readonly peppers: readonly string[];
  /** How far the ledger's events have been given their new tokens. */
  readonly reached: number;
  /** Whether the phase came to its end, and whoever asked for it was told to start every process anew. */
  readonly told?: boolean;
}

const BYTES = 32;

/** A new secret: 32 random bytes in base64. */
export const freshSecret = (): string => randomBytes(BYTES).toString('base64');

/** A keys file as text. */
export const printKeysFile = (file: KeysFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** New secrets, as the text of a keys file. */
export function newKeysFile(): string {
  return printKeysFile({
    peppers: [{ kid: 'p1', secret: freshSecret() }],
    accounts: freshSecret(),
    seal: [{ kid: 's1', secret: freshSecret() }],
    audit: [{ kid: 'a1', secret: freshSecret() }],
  });
}

/** Whether a value is what a file may say of a rotation. */
export function isRotation(value: unknown): value is Rotation {
  if (typeof value !== 'object' || value === null) return false;
  const {
    phase,
    peppers,
    reached,
    told = false,
  } = value as Partial<Record<keyof Rotation, unknown>>;
  return (
    typeof phase === 'string' &&
    ['added', 'used', 'dropped'].includes(phase) &&
    Array.isArray(peppers) &&
    peppers.every((kid) => typeof kid === 'string') &&
    typeof reached === 'number' &&
    typeof told === 'boolean'
  );
}
