import type pg from 'pg';

/** A row of any table, column by column. */
type Row = Readonly<Record<string, unknown>>;

/** Rows of one table. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** The tables an append writes, with their keys: an entity told of again is written again. */
const TABLES: Readonly<Record<string, string | undefined>> = {
  events: undefined,
  accounts: 'account_id',
  orders: 'order_id',
  referrals: 'referral_id',
  rewards: 'reward_id',
  memberships: 'account_id',
  population_days: 'day',
  timers: 'reward_id, trigger',
};

/** Every row the last append wrote, as it stands: found by its transaction. */
export async function rowsOfLastAppend(pool: pg.Pool): Promise<readonly TableRows[]> {
  const written: TableRows[] = [];
  for (const table of Object.keys(TABLES)) {
    const columns = await ownColumns(pool, table);
    const { rows } = await pool.query<Row>(
      `select ${columns.join(', ')} from ${table}
      where xmin = (select xmin from events order by seq desc limit 1)`,
    );
    if (rows.length > 0) written.push({ table, rows });
  }
  return written;
}

/** The columns a writer gives a value to. */
async function ownColumns(pool: pg.Pool, table: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns
    where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Writes the same rows again, one multi-row INSERT per table, in one transaction. */
export async function insertPlainly(
  client: pg.PoolClient,
  written: readonly TableRows[],
): Promise<void> {
  await client.query('begin');
  for (const { table, rows } of written) {
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.flatMap((row) => columns.map((column) => asParameter(row[column])));
    const places = rows.map(
      (_, nth) =>
        `(${columns.map((_column, index) => `$${nth * columns.length + index + 1}`).join(', ')})`,
    );
    const key = TABLES[table];
    const again =
      key === undefined
        ? ''
        : `on conflict (${key}) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    await client.query(
      `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')} ${again}`,
      values,
    );
  }
  await client.query('commit');
}

/** Empties every table an append writes. */
export async function emptyTables(pool: pg.Pool): Promise<void> {
  await pool.query(`truncate ${Object.keys(TABLES).join(', ')}; checkpoint`);
}

function asParameter(value: unknown): unknown {
  const isJson = typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
  return isJson ? JSON.stringify(value) : value;
}
