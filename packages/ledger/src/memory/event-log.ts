import { type Appended, type DomainEvent, eventJson } from '@doubletake/scoring';
import { type Touches, touches } from '../touches.ts';

/** What an entry changed, by id; `merged` when it is about everything its account is part of. */
export interface Mark extends Touches {
  readonly merged?: boolean;
}

interface Entry {
  readonly id: string;
  readonly place: number;
  touches: Mark;
  /** Gone once its values were erased; the id stays taken. */
  event?: DomainEvent;
}

/** Every event once, in the order it was recorded. */
export class EventLog {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #erasures = new Map<string, number>();
  readonly #restated = new Map<string, number>();

  /** The last place in it that is taken; 0 when none is. */
  get end(): number {
    return this.#entries.length;
  }

  /** What recording the event would answer. */
  answer(event: DomainEvent): Appended {
    const { id } = event;
    const before = this.#byId.get(id);
    if (before === undefined) return { outcome: 'recorded', id };
    const same = before.event === undefined || eventJson(before.event) === eventJson(event);
    return { outcome: same ? 'duplicate' : 'conflict', id };
  }

  /** Takes an event as it was told, and what it changes under the names that accounts have now. */
  add(event: DomainEvent, meant: DomainEvent): void {
    this.#push({ id: event.id, place: this.end, touches: touches(meant), event });
    if (meant.type === 'account.erased' && !this.#erasures.has(meant.accountId))
      this.#erasures.set(meant.accountId, this.end);
  }

  /** Where an account was first erased. */
  erasureOf(accountId: string): number | undefined {
    return this.#erasures.get(accountId);
  }

  /** The last event changed since when an account counts as mature or abusive. */
  restate(accountId: string): void {
    this.#restated.set(accountId, this.end);
  }

  /** Where that last changed; 0 when it never did. */
  restatedAt(accountId: string): number {
    return this.#restated.get(accountId) ?? 0;
  }

  /** Takes a place in the log for something that is not a host's event. */
  mark(id: string, touched: Mark = {}): void {
    this.#push({ id, place: this.end, touches: touched });
  }

  /** Whether an event of that id was recorded. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Where an event stands in the log. */
  place(id: string): number {
    return this.#byId.get(id)?.place ?? -1;
  }

  /** From now on what touched one account touched another. */
  rename(accountId: string, intoId: string): void {
    for (const entry of this.#entries)
      if (entry.touches.accountId === accountId)
        entry.touches = { ...entry.touches, accountId: intoId };
  }

  /** Forgets what an event said; that it happened stays. */
  forget(id: string): void {
    delete this.#byId.get(id)?.event;
  }

  /** What was touched after a place in the log, and by what. */
  after(cursor: number, limit: number): readonly (Mark & { readonly id: string })[] {
    return this.#entries
      .slice(cursor, cursor + limit)
      .map((entry) => ({ ...entry.touches, id: entry.id }));
  }

  /** Whether something was touched after a place in the log. */
  touchedAfter(cursor: number, isTouched: (touched: Mark) => boolean): boolean {
    for (let place = this.end - 1; place >= cursor; place -= 1) {
      const entry = this.#entries[place];
      if (entry !== undefined && isTouched(entry.touches)) return true;
    }
    return false;
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#byId.set(entry.id, entry);
  }
}
