import type { Resealed } from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import { byteaArray } from './binary-array.ts';
import type { Queryable } from './database.ts';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';
import type { Statement } from './statement.ts';

interface Row {
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** Where a resealing stands: a column, and the last row that was sealed anew there. */
interface Place {
  readonly column: number;
  readonly key: string;
}

/** Seals some rows anew that an older key seals, from one column to the next. */
export async function reseal(
  { db, sealer }: { readonly db: Queryable; readonly sealer: Sealer },
  limit: number,
  after?: string,
): Promise<Resealed> {
  const { column, key } = after === undefined ? { column: 0, key: '' } : placeOf(after);
  const where = SEALED_COLUMNS[column];
  if (where === undefined) return { rows: 0 };
  const rows = await db.query<Row>(outdated(where), [key, sealer.head, limit]);
  const last = rows.at(-1);
  if (last === undefined) return { rows: 0, ...next({ column: column + 1, key: '' }) };
  const { table, column: name } = where;
  const anew = rows.map(({ id, sealed }) => {
    const place = { table, id, column: name };
    return sealer.seal(sealer.open(sealed, place), place);
  });
  const before = rows.map(({ sealed }) => sealed);
  await db.query(replace(where), [rows.map(({ id }) => id), byteaArray(before), byteaArray(anew)]);
  return { rows: rows.length, ...next({ column, key: last.id }) };
}

function next(place: Place): { readonly next?: string } {
  return place.column < SEALED_COLUMNS.length ? { next: `${place.column} ${place.key}` } : {};
}

function placeOf(text: string): Place {
  const space = text.indexOf(' ');
  return { column: Number(text.slice(0, space)), key: text.slice(space + 1) };
}

function outdated({ table, key, column }: SealedColumn): Statement {
  return {
    name: `reseal-read-${table}`,
    text: `select ${key} as id, ${column} as sealed from ${table}
      where ${column} is not null and ${key} > $1
        and substring(${column} from 1 for length($2::bytea)) <> $2::bytea
      order by ${key} limit $3::integer`,
  };
}

/** INVARIANT: only what still is as it was read is replaced; what was written meanwhile bears the current key. */
function replace({ table, key, column }: SealedColumn): Statement {
  return {
    name: `reseal-write-${table}`,
    text: `update ${table} set ${column} = given.anew
      from unnest($1::text[], $2::bytea[], $3::bytea[]) as given (id, before, anew)
      where ${key} = given.id and ${column} = given.before`,
  };
}

/** How many values each key seals. */
export async function countSeals(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of SEALED_COLUMNS) {
    const text = `select encode(substring(${column} from 3 for get_byte(${column}, 1)), 'escape') as kid,
        count(*)::integer as count
      from ${table} where ${column} is not null group by 1`;
    const statement = { name: `seals-${table}`, text };
    for (const { kid, count } of await db.query<{ kid: string; count: number }>(statement, []))
      counts.set(kid, (counts.get(kid) ?? 0) + count);
  }
  return counts;
}
