import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** One option of a command. */
export interface OptionSpec {
  /** Placeholder of its value in the help, `FILE`; absent for a flag. */
  readonly value?: string;
  /** One line for the help. */
  readonly summary: string;
}

/** One positional argument of a command. */
export interface PositionalSpec {
  /** As the help shows it: `PAIRS`, or the words to choose from. */
  readonly name: string;
  readonly summary: string;
  /** Whether it may be left out. @defaultValue false */
  readonly optional?: boolean;
  /** Whether any number may follow; only the last one may. @defaultValue false */
  readonly many?: boolean;
}

/** What was typed after a command's name, checked against its table. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The value of an option, absent when it was not given. */
  readonly option: (name: string) => string | undefined;
  /** Whether a flag was given. */
  readonly flag: (name: string) => boolean;
}

/** One command. A new one is a file and a row in `commands/index.ts`. */
export interface Command {
  /** One or two words. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a user should know beyond that, in short lines. */
  readonly about?: readonly string[];
  readonly positionals: readonly PositionalSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Command lines after `doubletake`, each with what it does. */
  readonly examples: readonly { readonly line: string; readonly note: string }[];
  /** Whether it looks at `io.signal` itself, to end in order; every other is left where it is. @defaultValue false */
  readonly endsItself?: boolean;
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode>;
}

/** Options every command has. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { summary: 'print the answer as JSON, and what goes wrong as well' },
  help: { summary: 'show this help' },
};
