import type { AccessStore, ApiKey } from '@doubletake/scoring';

type ApiKeys = Pick<
  AccessStore,
  'addApiKey' | 'apiKey' | 'apiKeys' | 'apiKeyUsed' | 'revokeApiKey'
>;

/** API keys in memory. */
export function memoryApiKeys(): ApiKeys {
  const keys = new Map<string, ApiKey>();
  return {
    addApiKey: async (key) => {
      keys.set(key.keyId, key);
    },
    apiKey: async (keyId) => keys.get(keyId),
    apiKeys: async () =>
      [...keys.values()].toSorted(
        (a, b) => b.createdAt - a.createdAt || (a.keyId < b.keyId ? -1 : 1),
      ),
    apiKeyUsed: async (keyId, at) => {
      const key = keys.get(keyId);
      if (key !== undefined)
        keys.set(keyId, { ...key, lastUsedAt: Math.max(at, key.lastUsedAt ?? at) });
    },
    revokeApiKey: async (keyId, at) => {
      const key = keys.get(keyId);
      if (key === undefined || key.revokedAt !== undefined) return false;
      keys.set(keyId, { ...key, revokedAt: at });
      return true;
    },
  };
}
