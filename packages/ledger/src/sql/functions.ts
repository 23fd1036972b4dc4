import { readdirSync, readFileSync } from 'node:fs';

// From `src` as from `dist`: the files themselves live in `src` only.
const FUNCTIONS = new URL('../../src/sql/functions/', import.meta.url);

/**
 * What the database does by itself, a file for each function. They are made anew, all of them, whenever a migration is
 * applied: who changes one adds a migration that names their new digest, so that no older process meets it.
 */
export function functions(): string {
  const names = readdirSync(FUNCTIONS).toSorted();
  return names.map((name) => readFileSync(new URL(name, FUNCTIONS), 'utf8')).join('\n');
}
