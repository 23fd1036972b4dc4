import type { UserChange } from '@doubletake/scoring';

/** Whether a change to a user takes away what their sessions were begun on. */
export function endsSessions(change: UserChange): boolean {
  const { role, password, totpSecret, disabledAt } = change;
  return [role, password, totpSecret, disabledAt ?? undefined].some((each) => each !== undefined);
}
