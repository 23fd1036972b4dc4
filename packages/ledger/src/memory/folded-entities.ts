import { compareEvents, type DomainEvent, type Placed } from '@doubletake/scoring';

/** Adds one event to a state; undefined while there is nothing to tell. */
export type Fold<Event, State> = (state: State | undefined, event: Event) => State | undefined;

interface Entity<Event, State> {
  readonly events: Event[];
  state: State | undefined;
}

/** Entities of one kind with the events they are folded from. */
export class FoldedEntities<Event extends DomainEvent, State> {
  readonly #entities = new Map<string, Entity<Event, State>>();
  readonly #fold: Fold<Event, State>;
  readonly #order: (a: Placed, b: Placed) => number;

  /** @param order - The order its events fold in. */
  constructor(fold: Fold<Event, State>, order: (a: Placed, b: Placed) => number = compareEvents) {
    this.#fold = fold;
    this.#order = order;
  }

  ids(): Iterable<string> {
    return this.#entities.keys();
  }

  state(id: string): State | undefined {
    return this.#entities.get(id)?.state;
  }

  /** Events of the entity in fold order. */
  events(id: string): readonly Event[] {
    return this.#entities.get(id)?.events ?? [];
  }

  add(id: string, event: Event): void {
    const entity = this.#entities.get(id) ?? { events: [], state: undefined };
    this.#entities.set(id, entity);
    const last = entity.events.at(-1);
    entity.events.push(event);
    if (last === undefined || this.#order(last, event) < 0) {
      entity.state = this.#fold(entity.state, event);
      return;
    }
    // INVARIANT: the state is the fold of the events in their own order, whatever order they arrived in.
    entity.events.sort(this.#order);
    entity.state = this.#refold(entity.events);
  }

  /** Replaces every event of the entity and folds it anew. */
  rewrite(id: string, change: (event: Event) => Event): void {
    const events = this.events(id).map(change);
    if (events.length > 0) this.#entities.set(id, { events, state: this.#refold(events) });
  }

  drop(id: string): void {
    this.#entities.delete(id);
  }

  #refold(events: readonly Event[]): State | undefined {
    let state: State | undefined;
    for (const event of events) state = this.#fold(state, event);
    return state;
  }
}
