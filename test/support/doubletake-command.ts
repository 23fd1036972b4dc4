import { spawn, type ChildProcess } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** How a command ended, with everything it printed. */
export interface Ran {
  /** Absent when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandPlace {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What it reads; it may stay open. @defaultValue nothing */
  readonly stdin?: string | Readable;
  /** Told as soon as it runs, for whoever means to end it early. */
  readonly onStart?: (child: ChildProcess) => void;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const MAIN = here('../../packages/doubletake/src/main.ts');

/** Runs the `doubletake` command in a process of its own, from its sources, with no other environment. */
export async function doubletake(
  argv: readonly string[],
  { env, cwd, stdin = '', onStart }: CommandPlace,
): Promise<Ran> {
  const loader = ['--conditions=@doubletake/source', '--import', here('./typescript-loader.mjs')];
  const child = spawn(process.execPath, [...loader, MAIN, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
  });
  onStart?.(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  (typeof stdin === 'string' ? Readable.from([stdin]) : stdin).pipe(child.stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
