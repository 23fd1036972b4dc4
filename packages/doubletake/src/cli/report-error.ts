import { CommandError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { Interrupted } from './interrupts.ts';
import { ClosedOutput, type Io } from './io.ts';
import { paintFor } from './paint.ts';
import { printable } from './printable.ts';
import { storeFailureOf } from './store-failure.ts';

/** Says on the error output why a command ended early; the exit code that goes with it. */
export async function reportError(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof ClosedOutput) return EXIT.ok;
  if (error instanceof Interrupted) return EXIT.interrupted;
  const paint = paintFor(io.stderr, io);
  const say = async (text: string): Promise<void> => {
    // the error output may be the closed one: then there is nobody left to tell
    await io.stderr.write(text).catch(() => {});
  };
  if (error instanceof CommandError) {
    const { code, message, hint, details = [] } = error.complaint;
    await say(`${paint.bad(code)}: ${printable(message)}\n`);
    for (const detail of details) await say(`  ${printable(detail)}\n`);
    if (hint !== undefined) await say(`  ${printable(hint)}\n`);
    return error.exitCode;
  }
  const failure = storeFailureOf(error);
  if (failure !== undefined) {
    await say(`${paint.bad(failure.code)}: ${printable(failure.message)}\n`);
    return failure.exitCode;
  }
  await say(
    `${paint.bad('bug')}: ${printable(error instanceof Error ? error.message : String(error))}\n`,
  );
  if (io.env['DEBUG'] === 'doubletake') {
    await say(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  } else {
    await say(
      '  this is a defect in doubletake: run it again with DEBUG=doubletake and report what it prints\n',
    );
  }
  return EXIT.bug;
}
