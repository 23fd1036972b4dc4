import type { FactValue } from '@doubletake/rules';
import type { Evidence } from '../evidence/weigh.ts';
import type { Observations } from '../evidence/observation.ts';
import type { Model } from '../model/model.ts';
import type { Pair, Scene } from '../pair/pair.ts';
import type { Programme } from '../policy/programme.ts';

/** What the facts are drawn from. */
export interface FactSources {
  readonly scene: Scene;
  readonly observations: Observations;
  readonly evidence: Evidence;
  readonly model: Model;
  readonly programme: Programme;
}

/** What facts are drawn from that the ledger alone knows. */
export interface LedgerFactSources {
  readonly scene: Pair;
  readonly programme: Programme;
}

/** A family of facts that hold whatever surrounds the pair. */
export type LedgerFactFamily = (
  sources: LedgerFactSources,
) => Readonly<Record<string, FactValue | undefined>>;

/** A family of facts. An undefined one is missing: absent, never false. */
export type FactFamily = (sources: FactSources) => Readonly<Record<string, FactValue | undefined>>;
