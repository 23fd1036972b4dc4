/** What all of them remember. */
const memories: Map<string, unknown>[] = [];

/** Forgets every text any of them was given, with what came of it: somebody asked to be forgotten. */
export function forgetTexts(): void {
  for (const results of memories) results.clear();
}

/**
 * Remembers the latest `limit` results of a pure function of a string. Invisible to callers: only the cost differs, so
 * a result must be immutable.
 */
export function remembered<Result>(
  limit: number,
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  memories.push(results);
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    // A Map keeps insertion order, so the first key is the oldest. Reading does not refresh it: the hot path stays one lookup.
    if (results.size >= limit) {
      for (const oldest of results.keys()) {
        results.delete(oldest);
        break;
      }
    }
    results.set(text, result);
    return result;
  };
}
