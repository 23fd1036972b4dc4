import type { DomainEvent, EventType, Placed } from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import type { Known } from './known.ts';
import type { Statement } from './statement.ts';

/** An entity as it stands. */
interface Standing<State> {
  readonly id: string;
  readonly after: State | undefined;
}

/** One kind of entity: which events it is folded from, and how its state is kept in rows. */
export interface EntityKind<Event extends DomainEvent, State> {
  readonly name: 'account' | 'order' | 'referral' | 'reward';
  readonly types: readonly EventType[];
  readonly is: (event: DomainEvent) => event is Event;
  readonly idOf: (event: Event) => string;
  /** The order its events fold in. */
  readonly order: (a: Placed, b: Placed) => number;
  readonly fold: (state: State | undefined, event: Event) => State | undefined;
  readonly put: Statement;
  /** The state as a row told it. */
  readonly read: (row: Known, sealer: Sealer) => State | undefined;
  /** Values of the statement that puts entities, between their ids and their spans. */
  readonly columns: (entities: readonly Standing<State>[], sealer: Sealer) => readonly unknown[];
}
