import type { ErrorStatus } from './error-texts.ts';
import type { Remembered } from './remembered.ts';
import type { PageName, Views } from './views.ts';

/** What happens to the session with an answer. */
export type SessionChange =
  /** A new session id, and nothing kept of the old one. */
  | { readonly begin: Remembered }
  /** Values to keep; an undefined one is forgotten. */
  | { readonly keep: { readonly [Key in keyof Remembered]?: Remembered[Key] | undefined } }
  | { readonly end: true };

interface Common {
  readonly session?: SessionChange;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file, made while it is sent. */
export interface Download {
  /** Letters, digits, `.` and `-` only. */
  readonly name: string;
  readonly type: string;
  readonly body: AsyncIterable<string>;
}

/** A page with its view model. */
type PageAnswer = {
  readonly [Name in PageName]: {
    readonly view: Name;
    readonly model: Views[Name];
    readonly status: number;
  };
}[PageName];

/** What a handler returns. */
export type Answer = Common &
  (
    | PageAnswer
    | { readonly redirect: string }
    | { readonly download: Download }
    | { readonly json: unknown; readonly status: number }
    | { readonly refused: ErrorStatus; readonly detail?: string }
  );

/** A page; 200 unless told. */
export function page<Name extends PageName>(
  view: Name,
  model: Views[Name],
  status = 200,
): { readonly view: Name; readonly model: Views[Name]; readonly status: number } {
  return { view, model, status };
}

/** Go there next (303), after a form was taken. */
export function goTo(path: string, notice?: string): Answer {
  return notice === undefined
    ? { redirect: path }
    : { redirect: path, session: { keep: { notice } } };
}

/** One of the error pages. */
export function refuse(status: ErrorStatus, detail?: string): Answer {
  return detail === undefined ? { refused: status } : { refused: status, detail };
}
