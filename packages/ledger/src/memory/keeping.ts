import type { CaseBook } from './case-book.ts';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';
import type { EventLog } from './event-log.ts';

/** Where decisions are kept, the cases they open and close, and what they were made upon. */
export interface Keeping {
  readonly log: EventLog;
  readonly entities: Entities;
  readonly book: DecisionBook;
  readonly cases: CaseBook;
}
