import { closestName } from '@doubletake/rules';
import { COMMANDS } from '../commands/index.ts';
import { checkPositionals, readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { CommandError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { helpOf, overview } from './help.ts';
import { unlessAborted } from './interrupts.ts';
import type { Io } from './io.ts';
import { reportError } from './report-error.ts';
import { version } from './version.ts';

/** Runs one command line (without `node` and the script) and returns what the shell is told; never throws. */
export async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const told = { ...io, asJson: asksForJson(argv) };
  try {
    return await dispatch(argv, told);
  } catch (error) {
    return reportError(error, told);
  }
}

/** Looked up before the words are read: a command line that makes no sense is told in the same way. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? undefined : end).some((word) => /^--json(=|$)/u.test(word));
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first, second] = argv;
  if (first === undefined || isHelp(first)) return print(overview(COMMANDS), io);
  if (first === '--version' || first === '-V') return print(`doubletake ${version()}\n`, io);
  const command = COMMANDS.find(
    ({ name }) => name === first || name === `${first} ${second ?? ''}`,
  );
  if (command !== undefined) return run(command, argv.slice(command.name.split(' ').length), io);
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && (second === undefined || isHelp(second))) {
    return print(overview(group, first), io);
  }
  throw unknownCommand(group.length > 0 ? `${first} ${second ?? ''}` : first);
}

async function run(command: Command, argv: readonly string[], io: Io): Promise<ExitCode> {
  const args = readArguments(command, argv);
  if (args.flag('help')) return print(helpOf(command), io);
  checkPositionals(command, args);
  const running = command.run(args, io);
  return command.endsItself === true ? running : unlessAborted(running, io.signal);
}

async function print(text: string, io: Io): Promise<ExitCode> {
  await io.stdout.write(text);
  return EXIT.ok;
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help';
}

function unknownCommand(typed: string): CommandError {
  const names = COMMANDS.flatMap(({ name }) => [name, name.split(' ')[0] ?? name]);
  const near = closestName(typed, new Set(names));
  return new CommandError({
    code: 'cli_unknown_command',
    message: `\`${typed}\` is no command`,
    hint:
      near === undefined ? '`doubletake --help` lists them' : `did you mean \`doubletake ${near}\``,
  });
}
