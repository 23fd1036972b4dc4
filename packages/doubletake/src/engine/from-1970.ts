import type { HeldToken, Instant } from '@doubletake/scoring';

/** The graph has no place for what came before 1970. Events that say so are refused now, and were not always. */
export const from1970 = (instant: Instant): Instant => Math.max(0, instant);

/** The same for when tokens were seen. */
export function heldFrom1970(tokens: readonly HeldToken[]): readonly HeldToken[] {
  if (tokens.every(({ since }) => since >= 0)) return tokens;
  return tokens.map(({ since, last, ...token }) => {
    return { ...token, since: from1970(since), last: from1970(last) };
  });
}
