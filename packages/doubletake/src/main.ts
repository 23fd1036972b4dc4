import { processIo } from './cli/process-io.ts';
import { runCommand } from './cli/run-command.ts';

// What was said is written by now. An input that is still open, or whoever does not answer, is not waited for.
process.exit(await runCommand(process.argv.slice(2), processIo()));
