import type { Decision } from '@doubletake/scoring';

const STOOD: Readonly<Record<NonNullable<Decision['standing']>, string>> = {
  hold: 'Before that it was held',
  block: 'Before that it was blocked',
};

/**
 * Said above a case whose decision saw less than it should: what was missing, what that means for the page, and what was
 * said before. Undefined where everything was seen.
 */
export function unseen({
  degraded,
  standing,
}: Pick<Decision, 'degraded' | 'standing'>): string | undefined {
  if (degraded === undefined) return undefined;
  const missing =
    degraded === 'ledger_seal_broken'
      ? 'Something kept about this pair does not open'
      : 'A store could not be asked when this was decided';
  const before = standing === undefined ? '' : ` ${STOOD[standing]}, and that stands.`;
  return `${missing} (${degraded}): nothing was compared, and the score is where every pair starts.${before}`;
}
