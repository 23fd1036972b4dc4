import { EXIT } from './cli/exit-code.ts';
import { processIo } from './cli/process-io.ts';
import { runCommand } from './cli/run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), processIo());
// Whoever ends it does not wait for an input that is still open.
if (process.exitCode === EXIT.interrupted) process.exit();
