import type { Io, Output } from './io.ts';

/** An `Io` without a process: what a command writes can be read afterwards. For tests and for embedding. */
export interface MemoryIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** What a memory `Io` starts from; everything has a plain default. */
export interface MemorySetup {
  readonly stdin?: string | Uint8Array;
  readonly env?: Io['env'];
  readonly cwd?: string;
  /** @defaultValue it is never to end */
  readonly signal?: AbortSignal;
  /** @defaultValue midnight of 2026-01-01 UTC, and it stands still */
  readonly now?: () => number;
  /** Width of the terminal that both outputs are; absent where they are none. */
  readonly terminal?: number;
}

const NEW_YEAR = 1_767_225_600_000;

/** Makes one. */
export function memoryIo(setup: MemorySetup = {}): MemoryIo {
  const { stdin = '', env = {}, cwd = '.', now = () => NEW_YEAR, terminal } = setup;
  const { signal = new AbortController().signal } = setup;
  const [stdout, stderr] = [memoryOutput(terminal), memoryOutput(terminal)];
  return {
    stdin: once(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    stdout,
    stderr,
    env,
    cwd,
    signal,
    now,
    out: stdout.text,
    err: stderr.text,
  };
}

function memoryOutput(terminal: number | undefined): Output & { readonly text: () => string } {
  const written: string[] = [];
  return {
    isTerminal: terminal !== undefined,
    columns: terminal ?? 80,
    write: async (text) => {
      written.push(text);
    },
    text: () => written.join(''),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
