import type { Command } from '../cli/command.ts';
import { EXIT } from '../cli/exit-code.ts';
import { openOutput } from '../cli/output-file.ts';
import { configured, withParts } from './stores/open-stores.ts';

/** The present end of the trail, signed. */
export const auditHead: Command = {
  name: 'audit head',
  summary: 'write down where the audit trail ends, signed',
  about: [
    'What `serve` adds every hour to the file that `DOUBLETAKE_AUDIT_HEADS` names; where nothing serves, run this from a',
    'timer. Keep it where nobody who holds the database can change it: a log that is only added to, locked objects, a',
    'mailbox. `audit verify --head FILE` then shows that nothing was cut off since.',
    'Run it after `keys rotate` as well: under the new key it covers all that the old one wrote.',
  ],
  positionals: [],
  options: { out: { value: 'FILE', summary: 'where it is written; standard output unless given' } },
  examples: [
    { line: 'audit head', note: 'one line of JSON, for a log' },
    { line: 'audit head --out head.json', note: 'into a file, whole or not at all' },
  ],
  run: async (args, io) => {
    const head = await withParts(configured(io), ({ ledger, clock }) => ledger.audit.head(clock()));
    const out = await openOutput(args.option('out'), io);
    await out.write(`${JSON.stringify(head)}\n`);
    await out.finish();
    return EXIT.ok;
  },
};
