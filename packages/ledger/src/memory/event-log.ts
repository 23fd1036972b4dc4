import { type Appended, type DomainEvent, eventJson } from '@doubletake/scoring';
import { type Touches, touches } from '../touches.ts';

interface Entry {
  readonly id: string;
  readonly touches: Touches;
  /** Gone once its values were erased; the id stays taken. */
  event?: DomainEvent;
}

/** Every event once, in the order it was recorded. */
export class EventLog {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();

  /** What recording the event would answer. */
  answer(event: DomainEvent): Appended {
    const { id } = event;
    const before = this.#byId.get(id);
    if (before === undefined) return { outcome: 'recorded', id };
    const same = before.event === undefined || eventJson(before.event) === eventJson(event);
    return { outcome: same ? 'duplicate' : 'conflict', id };
  }

  add(event: DomainEvent): void {
    this.#push({ id: event.id, touches: touches(event), event });
  }

  /** Takes a place in the log for something that is not a host's event. */
  mark(id: string): void {
    this.#push({ id, touches: {} });
  }

  /** Forgets what an event said; that it happened stays. */
  forget(id: string): void {
    delete this.#byId.get(id)?.event;
  }

  /** What was touched after a place in the log. */
  after(cursor: number, limit: number): readonly Touches[] {
    return this.#entries.slice(cursor, cursor + limit).map((entry) => entry.touches);
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#byId.set(entry.id, entry);
  }
}
