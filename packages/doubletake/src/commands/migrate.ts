import { migrate as migrateTables, openDatabase } from '@doubletake/ledger';
import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { counted } from '../cli/numbers.ts';
import { say, type Saying } from '../cli/say.ts';
import { configured } from './stores/open-stores.ts';

/** Longest one step may take, in milliseconds: millions of rows are not rewritten in minutes. */
const PATIENCE = 6 * 3_600_000;

/** Longest it takes to find out that nobody is there. */
const CONNECT = 10_000;

const WAITING: Saying = {
  text: 'waiting for another migration to end\n',
  json: { progress: { waiting: true } },
};

/** Tables brought up to date, apart from starting anything. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the tables of the configured database up to date',
  about: [
    'Everything that opens the database does the same first; run it before a new version is rolled out where the',
    'application may not change tables. Two at once do no harm: the second waits, and says so. Each file is told as it is',
    'through; all of them are committed together.',
  ],
  positionals: [],
  options: {},
  examples: [{ line: 'migrate', note: 'before a new version starts' }],
  run: async (args, io) => {
    const { databaseUrl, folder, database: how } = configured(io);
    const database = await openDatabase({
      ...how,
      timeout: PATIENCE,
      connectTimeout: how?.timeout ?? CONNECT,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(folder === undefined ? {} : { folder }),
    });
    try {
      const applied = await migrateTables(database, {
        onWaiting: () => say(io, WAITING),
        onApplied: (name) =>
          say(io, { text: `${name} is through\n`, json: { progress: { through: name } } }),
      });
      const text = [
        ...applied.map((name) => `applied ${name}\n`),
        applied.length === 0
          ? 'the tables were up to date\n'
          : `${counted(applied.length, 'migration')} applied\n`,
      ].join('');
      await io.stdout.write(args.flag('json') ? `${JSON.stringify({ applied })}\n` : text);
      return EXIT.ok;
    } finally {
      await database.close();
    }
  },
};
