import type { AuditHead, AuditVerdict } from '@doubletake/scoring';
import type { Arguments, Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { readTextFile } from '../cli/json-file.ts';
import { counted } from '../cli/numbers.ts';
import { openOutput } from '../cli/output-file.ts';
import { configured, withParts } from './stores/open-stores.ts';

type Broken = Exclude<AuditVerdict, { ok: true }>;

/** What each way of being broken means. */
const FOUND: Readonly<Record<Broken['broken'], string>> = {
  changed: 'is not as it was written',
  missing: 'is missing',
  cut_off: 'and what followed it were cut off',
  head_forged: 'is the end that the exported head names, but its signature is not ours',
};

/** Whether the trail of who did what is as it was written. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'check that the audit trail is whole and as it was written',
  about: [
    'Each entry is chained to the one before it; a change anywhere shows. That the end was cut off shows only against a',
    'head that was exported before and kept elsewhere.',
  ],
  positionals: [],
  options: {
    head: {
      value: 'FILE',
      summary: 'a head exported before, to reach at least there; of many the last',
    },
    out: { value: 'FILE', summary: 'where the present head is written, signed' },
  },
  examples: [
    { line: 'audit verify --out head.json', note: 'check, and keep the end for the next time' },
    { line: 'audit verify --head head.json', note: 'check that nothing was cut off since' },
  ],
  run: async (args, io) => {
    const before = await headFrom(args, io);
    const verdict = await withParts(configured(io), async ({ ledger, clock }) => {
      const found = await ledger.audit.verify(before);
      const name = args.option('out');
      if (found.ok && name !== undefined) {
        const out = await openOutput(name, io);
        await out.write(`${JSON.stringify(await ledger.audit.head(clock()), undefined, 2)}\n`);
        await out.finish();
      }
      return found;
    });
    await io.stdout.write(args.flag('json') ? `${JSON.stringify(verdict)}\n` : said(verdict));
    return verdict.ok ? EXIT.ok : EXIT.no;
  },
};

function said(verdict: AuditVerdict): string {
  return verdict.ok
    ? `the trail is whole: ${counted(verdict.entries, 'record')}, each as it was written\n`
    : `record ${verdict.seq} ${FOUND[verdict.broken]}\n`;
}

async function headFrom(args: Arguments, io: Io): Promise<AuditHead | undefined> {
  const name = args.option('head');
  if (name === undefined) return undefined;
  const head = lastHead(await readTextFile(name, io));
  if (head !== undefined) return head;
  throw new CommandError({
    code: 'audit_head_invalid',
    message: `\`${name}\` holds no exported head`,
    hint: 'it is what `doubletake audit verify --out FILE` writes, and `serve` to `DOUBLETAKE_AUDIT_HEADS`',
  });
}

/** The only head of a file, or the last of those that were added to it; a line that was cut short is none. */
function lastHead(text: string): AuditHead | undefined {
  const read = [text, ...text.split('\n').toReversed()].map(parsed);
  return read.find(isHead);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is AuditHead {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash, at, signature } = value as Partial<Record<keyof AuditHead, unknown>>;
  return (
    typeof seq === 'number' &&
    typeof at === 'number' &&
    typeof hash === 'string' &&
    typeof signature === 'string'
  );
}
