import { once } from 'node:events';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { progress } from '../cli/progress.ts';
import { openDemo } from '../demo/open-demo.ts';

const LARGEST_PORT = 65_535;

/** The console on made-up data. */
export const demo: Command = {
  name: 'demo',
  summary: 'open the review console on a made-up month, on this machine only',
  about: [
    'Needs nothing installed. Everything is in memory and gone when it ends; each start is a fresh one, with a new',
    'password for each role. Ctrl+C ends it.',
  ],
  positionals: [],
  options: {
    port: { value: 'PORT', summary: 'port on 127.0.0.1; any free one when left out' },
  },
  examples: [
    { line: 'demo', note: 'the console, to look around' },
    { line: 'demo --port 8080', note: 'the same, at an address you know' },
  ],
  run: async (args, io) => {
    const port = portOf(args.option('port'));
    const bar = progress({ label: 'making up a month' }, io);
    const running = await openDemo({ port, onProgress: bar.tick }, io);
    await bar.finish();
    const { url, people } = running;
    const text = args.flag('json')
      ? `${JSON.stringify({ url, people })}\n`
      : `${url}\n\n${people.map(({ name, password }) => `  ${name.padEnd(8)} ${password}\n`).join('')}\nEverything is made up. Ctrl+C ends it.\n`;
    await io.stdout.write(text);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await running.close();
    return EXIT.ok;
  },
};

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= LARGEST_PORT) return port;
  throw new CommandError({ code: 'cli_bad_value', message: `\`${text}\` is no port` });
}
