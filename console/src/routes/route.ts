import type { Answer } from '../answer.ts';
import type { Asked, SignedIn } from '../asked.ts';
import type { Permission } from '../permissions.ts';

interface Row<Needs, Seen> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly permission: Needs;
  readonly handler: (asked: Seen) => Answer | Promise<Answer>;
}

/** `open`: no session is read. `anyone`: whoever comes. A permission: those who are signed in and hold it. */
export type Route = Row<'open' | 'anyone', Asked> | Row<Permission, SignedIn>;

/** The beginning of a row: how it is asked for, and what that needs. */
interface Asking<Method, Needs> {
  readonly method: Method;
  readonly path: string;
  readonly permission: Needs;
}

/** The beginning of a row that shows something. */
export const get = <const Needs extends string>(
  path: string,
  permission: Needs,
): Asking<'get', Needs> => ({ method: 'get', path, permission });

/** The beginning of a row that changes something. */
export const post = <const Needs extends string>(
  path: string,
  permission: Needs,
): Asking<'post', Needs> => ({ method: 'post', path, permission });
