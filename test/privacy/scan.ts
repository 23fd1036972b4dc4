import type { Redis } from 'ioredis';
import type pg from 'pg';

/** Everything a place holds, as texts to look through, in lower case; bytes also as hexadecimal digits. */
export type Contents = readonly string[];

/** Every key of a Redis with its value. */
export async function redisContents(client: Redis): Promise<Contents> {
  const contents: string[] = [];
  let from = '0';
  do {
    const [next, keys] = await client.scanBuffer(from, 'COUNT', 1000);
    for (const key of keys) {
      // Not by `DUMP`, which compresses; a value that is no string makes this fail, and be thought about.
      const value = await client.getBuffer(key);
      contents.push(...bytes(key), ...bytes(value ?? Buffer.alloc(0)));
    }
    from = next.toString();
  } while (from !== '0');
  return contents;
}

/** Every row of every table of a database, each column as text. */
export async function databaseContents(pool: pg.Pool): Promise<Contents> {
  const tables = await pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
  );
  const contents: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    contents.push(...rows.rows.map(({ row }) => row.toLowerCase()));
  }
  return contents;
}

/** Which of some texts occur anywhere, as they are or as bytes in hexadecimal. */
export function found(texts: readonly string[], contents: Contents): readonly string[] {
  return texts.filter((text) => {
    const hex = Buffer.from(text).toString('hex');
    return contents.some((each) => each.includes(text) || each.includes(hex));
  });
}

function bytes(buffer: Buffer): readonly string[] {
  return [buffer.toString('latin1').toLowerCase(), buffer.toString('hex')];
}
