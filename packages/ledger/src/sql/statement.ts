import { readFileSync } from 'node:fs';

/** One SQL statement with the name it is prepared under. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

// From `src` as from `dist`: the statements themselves live in `src` only.
const QUERIES = new URL('../../src/sql/queries/', import.meta.url);

/** The statement of `queries/<name>.sql`. */
export function statement(name: string): Statement {
  return { name, text: readFileSync(new URL(`${name}.sql`, QUERIES), 'utf8') };
}
