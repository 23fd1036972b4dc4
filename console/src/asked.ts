import type { Instant, User } from '@doubletake/scoring';
import type { House } from './house.ts';
import type { Remembered } from './remembered.ts';

/** One request, as handlers see it. Express stays outside. */
export interface Asked {
  readonly house: House;
  readonly params: Readonly<Record<string, string>>;
  /** The first value of each. */
  readonly query: Readonly<Record<string, string>>;
  /** The form's fields; a field sent more than once is a list. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly user: User | undefined;
  /** Hash of the session's id. */
  readonly sessionId: string;
  readonly session: Remembered;
  readonly at: Instant;
  readonly ip: string;
  /** What the browser calls itself, cut short. */
  readonly agent: string;
  /** Path and query as they were asked for. */
  readonly url: string;
}

/** A request of somebody who is signed in. */
export interface SignedIn extends Asked {
  readonly user: User;
}
