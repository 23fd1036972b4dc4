import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { LedgerError } from '../errors.ts';
import type { Database, Transaction } from './database.ts';
import { functions } from './functions.ts';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly digest: string;
}

const MIGRATIONS = new URL('../../src/sql/migrations/', import.meta.url);

const PREPARE = `
  select pg_advisory_xact_lock(hashtext('doubletake.migrate'));
  do $$ begin
    -- Asked first: a role that may not make tables may not ask for one that exists either.
    if to_regclass('schema_migrations') is null then
      create table schema_migrations (
        name text primary key,
        digest text not null,
        applied_at timestamptz not null default now()
      );
    end if;
  end $$;`;

/** Hears how far a migration has come. All of it is committed together, at the end. */
export interface MigrationWatch {
  /** Another one is under way, and waited for. */
  readonly onWaiting?: () => void | Promise<void>;
  /** Told each file as it is through. */
  readonly onApplied?: (name: string) => void | Promise<void>;
}

/**
 * Brings the tables up to date and returns the names of the files that were applied. Safe when two start at once: the
 * second waits, and finds nothing to do.
 * @throws LedgerError `ledger_database_unfit` when the database cannot hold them, `ledger_migration_changed` when an applied file was edited since, `ledger_schema_newer` when the
 * database was migrated by a newer version of this package, `ledger_migration_needed` when there is something to do and
 * the role may not do it, or it takes longer than this connection waits.
 */
export async function migrate(
  database: Database,
  { onWaiting, onApplied }: MigrationWatch = {},
): Promise<readonly string[]> {
  const migrations = readdirSync(MIGRATIONS).toSorted().map(read);
  const work = database.transaction(async (tx) => {
    if (onWaiting !== undefined && !(await isFree(tx))) await onWaiting();
    await checkEncoding(tx);
    await tx.script(PREPARE);
    const pending = unapplied(migrations, await applied(tx));
    for (const { name, text, digest } of pending) {
      // INVARIANT: a file and its entry are committed together.
      await tx.script(text);
      await tx.query(INSERT, [name, digest]);
      await onApplied?.(name);
    }
    if (pending.length > 0) await tx.script(functions());
    return pending.map(({ name }) => name);
  });
  return work.catch(notDone);
}

const TRY_LOCK = {
  name: 'try-migrate',
  text: `select pg_try_advisory_xact_lock(hashtext('doubletake.migrate')) as free`,
};

async function isFree(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ free: boolean }>(TRY_LOCK, []);
  return row?.free === true;
}

const ENCODING = {
  name: 'database-encoding',
  text: `select current_setting('server_encoding') as encoding`,
};

// SQL_ASCII keeps the bytes it is given, whatever they are.
const FIT: ReadonlySet<unknown> = new Set(['UTF8', 'SQL_ASCII']);

async function checkEncoding(tx: Transaction): Promise<void> {
  const [{ encoding } = {}] = await tx.query<{ encoding?: string }>(ENCODING, []);
  if (FIT.has(encoding)) return;
  throw new LedgerError(
    'ledger_database_unfit',
    `the database is in ${encoding}, which has not all letters of the world; make one with \`encoding 'UTF8'\``,
  );
}

const INSUFFICIENT_PRIVILEGE = '42501';
const NO_SCHEMA = '3F000';
// A statement that took longer than it may, as the server and as the client says it.
const TOO_LONG = /statement timeout|read timeout/i;

function notDone(error: unknown): never {
  if (
    error instanceof LedgerError &&
    error.cause instanceof Error &&
    TOO_LONG.test(error.cause.message)
  )
    throw new LedgerError(
      'ledger_migration_needed',
      'the tables are not up to date, and bringing them there takes longer than is waited for here; run `doubletake migrate`',
      { cause: error },
    );
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === NO_SCHEMA)
    throw new LedgerError(
      'ledger_database_unfit',
      'the `search_path` of this connection names no schema that exists; make one for the tables, or name another',
      { cause: error },
    );
  if (error.code !== INSUFFICIENT_PRIVILEGE) throw error;
  throw new LedgerError(
    'ledger_migration_needed',
    'the tables are not up to date, and this role may not change them; run `doubletake migrate` as the one that owns them',
    { cause: error },
  );
}

const INSERT = {
  name: 'insert-migration',
  text: 'insert into schema_migrations (name, digest) values ($1, $2)',
};

async function applied(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ name: string; digest: string }>(
    { name: 'applied-migrations', text: 'select name, digest from schema_migrations' },
    [],
  );
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

function unapplied(
  migrations: readonly Migration[],
  before: ReadonlyMap<string, string>,
): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...before.keys()].find((name) => !known.has(name));
  if (newer !== undefined)
    throw new LedgerError(
      'ledger_schema_newer',
      `the database was migrated by a newer version (\`${newer}\`); update this package`,
    );
  const changed = migrations.find(({ name, digest }) => (before.get(name) ?? digest) !== digest);
  if (changed !== undefined)
    throw new LedgerError(
      'ledger_migration_changed',
      `migration \`${changed.name}\` was changed after it was applied; add a new file instead`,
    );
  return migrations.filter(({ name }) => !before.has(name));
}

function read(name: string): Migration {
  const text = readFileSync(new URL(name, MIGRATIONS), 'utf8');
  return { name, text, digest: createHash('sha256').update(text).digest('hex') };
}
