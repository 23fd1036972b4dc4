/** Somewhere to write text: a terminal, a pipe, a file, or a test's memory. */
export interface Output {
  /** Resolves when more may be written. Rejects with `ClosedOutput` when nobody reads any longer. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in characters; 80 where there is no terminal to ask. */
  readonly columns: number;
}

/** Everything a command touches besides files: an argument, so that a command runs inside a test as it does outside. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Whether `--json` was given: what is said on the error output is JSON then as well, an object a line. @defaultValue false */
  readonly asJson?: boolean;
  /** Aborted, with `Interrupted`, once the command is to end. */
  readonly signal: AbortSignal;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
}

/** The reader of our output has gone (`| head`): no error, only the end. */
export class ClosedOutput extends Error {}
