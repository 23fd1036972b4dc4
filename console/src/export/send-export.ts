import { audited } from '../access/audited.ts';
import type { Answer } from '../answer.ts';
import type { SignedIn } from '../asked.ts';
import type { ExportRow } from './columns.ts';
import { file } from './file.ts';
import { FORMATS, formatOf } from './formats.ts';

/** Something to be had as a file. */
interface Wanted {
  /** `queue`, `audit`: its file name begins with it, and the audit trail names it. */
  readonly what: 'queue' | 'audit';
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly ExportRow[]>;
}

/** The file in the format the address asks for. That it was asked for, and how many rows left, is in the audit trail. */
export async function sendExport(asked: SignedIn, wanted: Wanted): Promise<Answer> {
  const { what, columns, pages } = wanted;
  const format = formatOf(asked.query['format']);
  const subject = `export:${what}`;
  // INVARIANT: no row leaves before it is written down that somebody asked.
  await audited(asked, { action: 'export.begin', subject, details: { format } });
  const onEnd = ({ rows, end }: { readonly rows: number; readonly end: string }): Promise<void> =>
    audited(asked, { action: 'export.end', subject, details: { format, rows, end } });
  const day = new Date(asked.at).toISOString().slice(0, 10);
  return {
    download: {
      name: `doubletake-${what}-${day}.${format}`,
      type: FORMATS[format].type,
      body: file({ columns, pages, onEnd }, FORMATS[format]),
    },
  };
}
