import { randomBytes } from 'node:crypto';
import { GraphError } from '../errors.ts';
import type { SettledOptions } from './options.ts';

/** What a slice says of itself: which graph it belongs to, and how far into the ledger it has come. */
export interface Seal {
  /** How many accounts the graph was cut for, a name of its own, and whose it is: the ledger that fills it. */
  readonly name: string;
  readonly cursor: number;
}

type Belonging = Pick<SettledOptions, 'ledger' | 'prefix'>;

/** The name of a graph that is made anew. */
export function newName({ accounts, ledger }: Pick<SettledOptions, 'accounts' | 'ledger'>): string {
  const name = `${accounts}.${randomBytes(8).toString('hex')}`;
  return ledger === '' ? name : `${name}.${ledger}`;
}

/** A place that no log has. */
const NOWHERE = -1;

/**
 * A seal that was found, as it is to be taken: one of an older release does not say whose it is, so that what it shows is of
 * nobody's log.
 * @throws GraphError `graph_of_another_ledger`
 */
export function taken(seal: Seal | undefined, { ledger, prefix }: Belonging): Seal | undefined {
  if (seal === undefined || ledger === '') return seal;
  const [, , owner] = seal.name.split('.');
  if (owner === undefined) return { ...seal, cursor: NOWHERE };
  if (owner === ledger) return seal;
  throw new GraphError(
    'graph_of_another_ledger',
    `under the prefix \`${prefix}\` is the graph of another ledger: use another prefix, or take it over with \`doubletake graph rebuild\``,
  );
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
