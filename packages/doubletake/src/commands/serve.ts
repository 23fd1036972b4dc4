import type { Log } from '@doubletake/console';
import { printInstant } from '@doubletake/scoring';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { aborted, unlessAborted } from '../cli/interrupts.ts';
import type { Io } from '../cli/io.ts';
import { storeFailureOf } from '../cli/store-failure.ts';
import { keysOf, openDoubletake } from '../open-doubletake.ts';
import { consoleOn } from '../serve/console-on.ts';
import { cookieSecrets } from '../serve/cookie-secrets.ts';
import { keepHeads } from '../serve/keep-heads.ts';
import { takeUpDue } from '../serve/take-up-due.ts';
import { tellEndpoints } from '../serve/tell-endpoints.ts';
import { consoleSettings } from './serve/console-settings.ts';
import { configured } from './stores/open-stores.ts';

/** The review console on the configured stores, and whatever falls due taken up. */
export const serve: Command = {
  name: 'serve',
  summary: 'open the review console on the configured stores, and take up whatever falls due',
  about: [
    'While nobody may sign in yet it prints a link, good for an hour and once, that makes the first administrator.',
    'The log goes to the error output, one JSON object per line. Any number of processes may serve the same servers.',
  ],
  positionals: [],
  options: {},
  examples: [
    { line: 'serve', note: 'on 127.0.0.1:8080, stores as in the environment' },
    {
      line: 'serve --json',
      note: 'the same, its address as JSON for whatever started it',
    },
  ],
  endsItself: true,
  run: async (args, io) => {
    const { console: given = {}, webhooks = {}, heads = {}, ...stores } = configured(io);
    const keys = keysOf(stores);
    const log = logTo(io);
    const warn = (_: string, code: string): void => log('warned', { code });
    const doubletake = await unlessAborted(openDoubletake({ ...stores, keys, warn }), io.signal);
    const stops: (() => Promise<void>)[] = [];
    try {
      const { file, ...often } = heads;
      if (file !== undefined) {
        const failed = (error: unknown): void => log('audit_head_failed', causeOf(error));
        stops.push(await keepHeads(doubletake.parts, { file, ...often }, failed));
      }
      const running = await consoleOn(doubletake, {
        ...consoleSettings(given),
        secrets: cookieSecrets(keys),
        log,
      });
      stops.push(
        running.close,
        takeUpDue(doubletake, (error) => log('wake_failed', causeOf(error))),
        tellEndpoints(doubletake, webhooks, (error) => log('webhooks_failed', causeOf(error))),
      );
      const { url, setUpUrl } = running;
      await io.stdout.write(args.flag('json') ? asJson({ url, setUpUrl }) : asText(url, setUpUrl));
      await aborted(io.signal);
    } finally {
      for (const stop of stops.toReversed()) await stop();
      await doubletake.close();
    }
    return EXIT.ok;
  },
};

const asJson = (said: { readonly url: string; readonly setUpUrl: string | undefined }): string =>
  `${JSON.stringify(said)}\n`;

const asText = (url: string, setUpUrl: string | undefined): string =>
  `The review console is open: ${url}\n${
    setUpUrl === undefined
      ? ''
      : `\nNobody may sign in yet. Whoever opens this link becomes the administrator; it is good for an hour, once:\n  ${setUpUrl}\n`
  }`;

function logTo({ stderr, now }: Io): Log {
  return (event, fields) => {
    const line = JSON.stringify({ at: printInstant(now()), event, ...fields });
    // A log nobody reads any longer is no reason to stop.
    void stderr.write(`${line}\n`).catch(() => {});
  };
}

/** What a log may say of an error: a code where there is one; messages of others may quote what they were given. */
function causeOf(error: unknown): Readonly<Record<string, string>> {
  const failure = storeFailureOf(error);
  return { code: failure?.code ?? 'bug', ...(error instanceof Error && { name: error.name }) };
}
