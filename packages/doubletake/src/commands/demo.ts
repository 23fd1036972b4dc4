import { resolve } from 'node:path';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { aborted, unlessAborted } from '../cli/interrupts.ts';
import type { Io } from '../cli/io.ts';
import { paintFor } from '../cli/paint.ts';
import { progress, type Progress } from '../cli/progress.ts';
import { reportError } from '../cli/report-error.ts';
import { demoFolder } from '../demo/demo-folder.ts';
import { openDemo, type MadeDemo, type RunningDemo } from '../demo/open-demo.ts';
import { printSummary } from './replay/print-summary.ts';

const LARGEST_PORT = 65_535;
const FOLDER = '.doubletake-demo';

/** The console on made-up data. */
export const demo: Command = {
  name: 'demo',
  summary: 'decide a made-up month and open the review console on it, on this machine only',
  about: [
    'Needs nothing installed: an embedded database in a folder of its own. The first start plays the month, prints what',
    'became of it, and a password for each role, once. Later starts open what is there. Ctrl+C ends it.',
  ],
  positionals: [],
  options: {
    folder: { value: 'DIR', summary: `where its data is; ${FOLDER} here when left out` },
    port: { value: 'PORT', summary: 'port on 127.0.0.1; any free one when left out' },
    reset: { summary: 'throw away what was made and reviewed, and begin anew with new passwords' },
  },
  examples: [
    { line: 'demo', note: 'the console, to look around' },
    { line: 'demo --port 8080', note: 'the same, at an address you know' },
    { line: 'demo --reset', note: 'a fresh month and new passwords' },
  ],
  endsItself: true,
  run: async (args, io) => {
    const port = portOf(args.option('port'));
    const path = resolve(io.cwd, args.option('folder') ?? FOLDER);
    const folder = await demoFolder(path, args.flag('reset'));
    let bar: Progress | undefined;
    const onProgress = (done: number, total: number): void => {
      bar ??= progress({ label: 'playing a month', total }, io);
      bar.tick(done);
    };
    const onFailure = (error: unknown): void => void reportError(error, io);
    const opening = openDemo({ folder, port, onProgress, onFailure }, io);
    const running = await unlessAborted(opening, io.signal);
    await bar?.finish();
    await io.stdout.write(args.flag('json') ? asJson(running, path) : asText(running, io));
    await aborted(io.signal);
    await running.close();
    return EXIT.ok;
  },
};

const asJson = ({ url, made }: RunningDemo, folder: string): string =>
  `${JSON.stringify({ url, folder, ...(made && { people: made.people }) })}\n`;

function asText({ url, made }: RunningDemo, io: Io): string {
  const people = made
    ? `Sign in as\n\n${made.people.map(({ name, password }) => `  ${name.padEnd(8)} ${password}\n`).join('')}`
    : 'Its passwords were shown when it was made; `doubletake demo --reset` makes new ones.\n';
  return `${made ? monthOf(made, io) : ''}The review console is open: ${url}\n\n${people}\nEverything is made up. Ctrl+C ends it.\n`;
}

const monthOf = ({ summary }: MadeDemo, io: Io): string =>
  `${printSummary(summary, { width: io.stdout.columns, paint: paintFor(io.stdout, io) })}\n`;

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= LARGEST_PORT) return port;
  throw new CommandError({
    code: 'cli_bad_value',
    message: `\`--port\` is \`${text}\`, not a whole number from 0 to ${LARGEST_PORT}`,
    hint: 'leave it out for any port that is free',
  });
}
