import type { AccessStore, ApiKey } from '@doubletake/scoring';
import type { Database } from '../database.ts';
import { statement } from '../statement.ts';

const ADD = statement('access/add-api-key');
const KEY = statement('access/api-key');
const KEYS = statement('access/api-keys');
const USED = statement('access/api-key-used');
const REVOKE = statement('access/revoke-api-key');

type ApiKeys = Pick<
  AccessStore,
  'addApiKey' | 'apiKey' | 'apiKeys' | 'apiKeyUsed' | 'revokeApiKey'
>;

/** API keys in a database. */
export function sqlApiKeys(db: Database): ApiKeys {
  const read = async (...[query, values]: Parameters<Database['query']>) =>
    (await db.query<{ key: ApiKey }>(query, values)).map(({ key }) => key);
  return {
    addApiKey: async ({ keyId, label, secretHash, scopes, createdBy, createdAt, expiresAt }) => {
      await db.query(ADD, [keyId, label, secretHash, scopes, createdBy, createdAt, expiresAt]);
    },
    apiKey: async (keyId) => (await read(KEY, [keyId]))[0],
    apiKeys: () => read(KEYS, []),
    apiKeyUsed: async (keyId, at) => {
      await db.query(USED, [keyId, at]);
    },
    revokeApiKey: async (keyId, at) => (await db.query(REVOKE, [keyId, at])).length > 0,
  };
}
