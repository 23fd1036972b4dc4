import type { AccountOverviews, Connections } from '@doubletake/scoring';

/** Everything pages about accounts need: what is kept of one, and who is connected to it. */
export interface AccountWork {
  readonly overviews: AccountOverviews;
  readonly connections: Connections;
}
