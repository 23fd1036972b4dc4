import { EXIT, type ExitCode } from './exit-code.ts';

/** Every mistake the command line reports. */
export type CliErrorCode =
  | 'cli_unknown_command'
  | 'cli_unknown_option'
  | 'cli_repeated_option'
  | 'cli_missing_value'
  | 'cli_unwanted_value'
  | 'cli_missing_argument'
  | 'cli_unwanted_argument'
  | 'cli_bad_value'
  | 'cli_unknown_pack'
  | 'file_unreadable'
  | 'file_unwritable'
  | 'file_not_json'
  | 'file_not_utf8'
  | 'rules_have_problems'
  | 'pair_invalid'
  | 'settings_have_problems'
  | 'account_unknown'
  | 'merge_refused'
  | 'keys_exist'
  | 'keys_not_in_file'
  | 'keys_rotating'
  | 'audit_head_invalid'
  | 'demo_folder_taken';

/** The codes with what the shell is told. A closed list; the README has it too. */
export const CLI_ERRORS: Readonly<Record<CliErrorCode, ExitCode>> = {
  cli_unknown_command: EXIT.usage,
  cli_unknown_option: EXIT.usage,
  cli_repeated_option: EXIT.usage,
  cli_missing_value: EXIT.usage,
  cli_unwanted_value: EXIT.usage,
  cli_missing_argument: EXIT.usage,
  cli_unwanted_argument: EXIT.usage,
  cli_bad_value: EXIT.usage,
  cli_unknown_pack: EXIT.usage,
  file_unreadable: EXIT.unreachable,
  file_unwritable: EXIT.unreachable,
  file_not_json: EXIT.unreachable,
  file_not_utf8: EXIT.unreachable,
  rules_have_problems: EXIT.no,
  pair_invalid: EXIT.usage,
  settings_have_problems: EXIT.usage,
  account_unknown: EXIT.no,
  merge_refused: EXIT.no,
  keys_exist: EXIT.usage,
  keys_not_in_file: EXIT.usage,
  keys_rotating: EXIT.no,
  audit_head_invalid: EXIT.usage,
  demo_folder_taken: EXIT.usage,
};

/** Everything that can be wrong with one line of a file, or with an identifier that only this package reads. */
export const RECORD_ERROR_CODES = [
  'line_not_json',
  'line_not_utf8',
  'line_too_long',
  'line_not_an_object',
  'line_missing_key',
  'account_empty',
] as const;

export type RecordErrorCode = (typeof RECORD_ERROR_CODES)[number];

/** Where something is wrong, as far as it has a place. */
interface Place {
  readonly file?: string;
  /** 1-based line of the file. */
  readonly line?: number;
  /** JSON Pointer into the file, or into what stands in the line. */
  readonly path?: string;
  /** Option of the command line, as it was written. */
  readonly option?: string;
  /** Name in the environment. */
  readonly setting?: string;
}

/** One of several things that are wrong, in its package's own words. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly at?: Place;
  readonly hint?: string;
}

/** What is wrong, and what to do about it. */
export interface Complaint {
  readonly code: CliErrorCode;
  /** Lower case, no full stop, the user's own words in backticks. */
  readonly message: string;
  readonly at?: Place;
  readonly hint?: string;
  /** Everything it is made up of, for a script; and one line each, for people. */
  readonly problems?: readonly Problem[];
  readonly details?: readonly string[];
}

/** Ends a command because of something its user can put right. Only `runCommand` catches it. */
export class CommandError extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.message);
    this.complaint = complaint;
  }

  get exitCode(): ExitCode {
    return CLI_ERRORS[this.complaint.code];
  }
}
