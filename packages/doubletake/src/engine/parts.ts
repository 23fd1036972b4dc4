import type { ReviewedLedger } from '@doubletake/ledger';
import type { Hashing, IdentityGraph, Instant, Policy } from '@doubletake/scoring';

/** What an engine is made of. The composition root chooses the stores; the engine knows only their ports. */
export interface EngineParts {
  readonly ledger: ReviewedLedger;
  readonly graph: IdentityGraph;
  readonly policy: Policy;
  readonly hashing: Hashing;
  /** The present. `replay` gives it the events' own time. */
  readonly clock: () => Instant;
  /** A fresh id for a command nobody named. */
  readonly newId: () => string;
  /** Hears what the engine mended by itself and somebody should see to. @defaultValue nobody */
  readonly warn?: (message: string, code: string) => void;
}
