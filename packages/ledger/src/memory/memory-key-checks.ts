import { differing, type KeyChecks } from '../key-checks.ts';

/** The checks of a ledger that seals nothing. */
export function memoryKeyChecks(): KeyChecks {
  const kept = new Map<string, string>();
  return {
    ids: async () => [...kept.keys()],
    meet: async (checks) => {
      const others = differing(checks, kept);
      if (others.length === 0) for (const [id, value] of checks) kept.set(id, value);
      return others;
    },
  };
}
