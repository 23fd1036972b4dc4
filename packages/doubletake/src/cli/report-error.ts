import { inspect } from 'node:util';
import { CommandError, type Complaint } from './errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { Interrupted } from './interrupts.ts';
import { ClosedOutput, type Io } from './io.ts';
import { paintFor } from './paint.ts';
import { printable } from './printable.ts';
import { say } from './say.ts';
import { storeFailureOf } from './store-failure.ts';

/** Why a command ended early, and what the shell is told. */
interface Report extends Omit<Complaint, 'code' | 'details'> {
  readonly code: string;
  readonly details?: readonly string[];
  readonly stack?: string;
}

/** Says on the error output why a command ended early; the exit code that goes with it. */
export async function reportError(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof ClosedOutput) return EXIT.closed;
  const { exitCode, ...report } = reportOf(error, io);
  const { details: _, ...told } = report;
  await say(io, { text: textOf(report, io), json: { error: told } });
  return exitCode;
}

function reportOf(error: unknown, { env }: Io): Report & { readonly exitCode: ExitCode } {
  if (error instanceof CommandError) return { ...error.complaint, exitCode: error.exitCode };
  if (error instanceof Interrupted)
    return { code: 'interrupted', message: error.message, exitCode: EXIT.interrupted };
  const failure = storeFailureOf(error);
  if (failure !== undefined) return failure;
  const message = error instanceof Error ? error.message : String(error);
  const bug = { code: 'bug', message, exitCode: EXIT.bug };
  return env['DEBUG'] === 'doubletake'
    ? { ...bug, stack: inspect(error) }
    : {
        ...bug,
        hint: 'this is a defect in doubletake: run it again with DEBUG=doubletake and report what it prints',
      };
}

function textOf({ code, message, details = [], hint, stack }: Report, io: Io): string {
  const below = [...details, ...(hint === undefined ? [] : [hint])];
  const lines = [
    `${paintFor(io.stderr, io).bad(code)}: ${printable(message)}`,
    ...below.map((line) => `  ${printable(line)}`),
    ...(stack === undefined ? [] : [stack]),
  ];
  return `${lines.join('\n')}\n`;
}
