import { sqlAccessStore, type Database } from '@doubletake/ledger';
import type { AccessStore } from '@doubletake/scoring';
import { KEYS } from './ledger-values.ts';

const EMPTY = ['links', 'sessions', 'api_keys', 'users']
  .map((table) => `delete from access_${table};`)
  .join('');

/** Gives the access store of one database over and over, emptied; used `as` another role than its owner. */
export function emptied(
  open: () => Database,
  as: () => Database = open,
): () => Promise<AccessStore> {
  return async () => {
    await open().transaction((tx) => tx.script(EMPTY));
    return sqlAccessStore(as(), { keys: KEYS });
  };
}
