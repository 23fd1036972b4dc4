import { randomUUID } from 'node:crypto';
import { memoryIdentityGraph, redisIdentityGraph, type RedisGraphOptions } from '@doubletake/graph';
import {
  memoryLedger,
  openLedger,
  type PostgresLedgerOptions,
  type ReviewedLedger,
} from '@doubletake/ledger';
import type { Connections, Engine, IdentityGraph, Instant, Policy } from '@doubletake/scoring';
import { checkClock } from './check-clock.ts';
import { checkKeys } from './check-keys.ts';
import { connectionsOf } from './connections/connections-of.ts';
import { createEngine } from './engine/engine.ts';
import { forgetPeople, REMEMBERED } from './engine/forget.ts';
import type { EngineParts } from './engine/parts.ts';
import { catchUp } from './engine/project.ts';
import { storeFailure } from './engine/degraded.ts';
import { keyedHashing } from './hashing.ts';
import { folderKeys, passingKeys, type Keys } from './keys.ts';
import { defaultRulesDir, loadRules, policyOf } from './rules-folder.ts';
import { SettingsError } from './settings-error.ts';

/** Where things are kept and what decides. Everything has a default that needs nothing installed. */
export interface DoubletakeOptions {
  /** PostgreSQL. @defaultValue an embedded database in `folder`, or in memory without one */
  readonly databaseUrl?: string;
  /** Redis 7 or Redis Cluster. @defaultValue in memory, built from the ledger at start */
  readonly redisUrl?: string;
  /** Data of the embedded database, with its keys. @defaultValue nothing outlives the process */
  readonly folder?: string;
  /** Needed with `databaseUrl` or `redisUrl`. @defaultValue made and kept in `folder`, or made for this process */
  readonly keys?: Keys;
  /** Folder of rules, programmes and weights. @defaultValue the one that comes with the package */
  readonly rules?: string;
  /** Risk pack that replaces every programme's own. */
  readonly pack?: string;
  /** Whether orders of accounts nobody referred are recorded too. @defaultValue false */
  readonly organicOrders?: boolean;
  /** How the database is talked to: connections this process may hold, milliseconds an answer may take, profiles kept open. */
  readonly database?: Pick<PostgresLedgerOptions, 'connections' | 'timeout' | 'profilesOpen'>;
  /** How Redis is talked to: prefix, cluster, time-outs, TLS, how many accounts are foreseen. */
  readonly redis?: Omit<RedisGraphOptions, 'url' | 'ledger'>;
  /** The present, in epoch milliseconds. @defaultValue the machine's clock */
  readonly clock?: () => Instant;
  /** Hears what does not keep it from opening and should be seen to. @defaultValue a warning of the process */
  readonly warn?: (message: string, code: string) => void;
}

/** An engine with the parts it is made of, for the commands that need one of them alone. */
export interface OpenDoubletake extends Engine {
  readonly parts: EngineParts;
  /** Who is connected to whom, for the console. */
  readonly connections: Connections;
}

function policyFrom({ rules = defaultRulesDir(), pack }: DoubletakeOptions): Policy {
  const loaded = loadRules(rules);
  if (loaded.ok) return policyOf(loaded.value, pack);
  const [first] = loaded.problems;
  const where = first ? `${first.at.file ?? rules}${first.at.path}: ${first.message}` : rules;
  throw new SettingsError(
    'settings_rules_invalid',
    `${loaded.problems.length} problems in the rules, the first in ${where}; run \`doubletake rules check\``,
  );
}

/**
 * The keys that some options come to: given, kept in the folder, or made for this process.
 * @throws SettingsError `settings_keys_missing` for a server without keys that are kept.
 */
export function keysOf({ keys, folder, databaseUrl, redisUrl }: DoubletakeOptions): Keys {
  if (keys) return keys;
  if (folder !== undefined && databaseUrl === undefined) return folderKeys(folder);
  // A server outlives this process, so what was written to it must not hang on keys that do not.
  if (databaseUrl !== undefined || redisUrl !== undefined)
    throw new SettingsError(
      'settings_keys_missing',
      'a server needs keys that are kept; make some with `doubletake keys new`',
    );
  return passingKeys();
}

async function ledgerFrom(
  { databaseUrl, folder, organicOrders = false, database }: DoubletakeOptions,
  { seal, audit }: Keys,
): Promise<ReviewedLedger> {
  if (databaseUrl === undefined && folder === undefined)
    return memoryLedger({ organicOrders, auditKey: audit });
  return openLedger({
    ...database,
    keys: seal,
    auditKey: audit,
    organicOrders,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(folder === undefined ? {} : { folder }),
  });
}

async function graphFrom(
  { redisUrl, redis }: DoubletakeOptions,
  { census }: ReviewedLedger,
): Promise<IdentityGraph> {
  if (redisUrl === undefined) return memoryIdentityGraph();
  return redisIdentityGraph({ ...redis, url: redisUrl, ledger: await census.name() });
}

/** The machine's clock is held against a server's, which other machines go by as well; one that was given is not. */
async function checkMachine(ledger: ReviewedLedger, options: DoubletakeOptions): Promise<void> {
  const { databaseUrl, clock = Date.now, warn = warnOf } = options;
  if (databaseUrl === undefined || clock !== Date.now) return;
  const said = await checkClock(ledger, clock);
  if (said !== undefined) warn(said, 'settings_clock_off');
}

const warnOf = (message: string, code: string): void => process.emitWarning(message, { code });

/**
 * Opens what an engine is made of, without bringing the graph up to the ledger: for a command that does that itself.
 * @throws SettingsError, LedgerError as `openDoubletake` does.
 */
export async function openParts(options: DoubletakeOptions = {}): Promise<EngineParts> {
  const policy = policyFrom(options);
  const keys = keysOf(options);
  const ledger = await ledgerFrom(options, keys);
  try {
    // INVARIANT: nothing is written with keys that are not the ledger's own.
    await checkKeys(ledger, keys);
    await checkMachine(ledger, options);
    return {
      ledger,
      graph: await graphFrom(options, ledger),
      policy,
      hashing: keyedHashing(keys.peppers),
      clock: options.clock ?? Date.now,
      newId: randomUUID,
      warn: options.warn ?? warnOf,
    };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** What keeps a graph from ever being of use until somebody changes the set-up. */
const BY_HAND: ReadonlySet<string> = new Set([
  'graph_bad_option',
  'graph_evicts',
  'graph_of_another_ledger',
]);

/**
 * Opens Doubletake: without options, in memory; with a folder, embedded; with URLs, on real servers.
 *
 * @throws SettingsError when the set-up cannot work, LedgerError when the ledger cannot be reached, GraphError when Redis
 * would throw away what it is to keep, keeps the graph of another ledger, or is not what its options say. A graph that cannot be reached does not keep
 * it from opening: it catches up later, and meanwhile the fail modes decide.
 */
export async function openDoubletake(options: DoubletakeOptions = {}): Promise<OpenDoubletake> {
  const parts = await openParts(options);
  try {
    await catchUp(parts).catch((error: unknown) => {
      // Nothing mends that by itself.
      if (BY_HAND.has(storeFailure(error))) throw error;
    });
  } catch (error) {
    // What stays connected keeps the process from ending.
    await Promise.all([parts.graph.close(), parts.ledger.close()]);
    throw error;
  }
  const engine = createEngine(parts);
  // An erasure elsewhere tells this process nothing.
  const forgetting = setInterval(() => forgetPeople(parts), REMEMBERED).unref();
  const close = async (): Promise<void> => {
    clearInterval(forgetting);
    await engine.close();
  };
  return { ...engine, close, parts, connections: connectionsOf(parts) };
}
