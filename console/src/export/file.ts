import { type Exported, MOST_ROWS } from './columns.ts';
import type { Format } from './formats.ts';

/** A file as it is written, page by page; no more than a page is ever held. */
export async function* file(
  { columns, pages, most = MOST_ROWS, onEnd }: Exported,
  format: Format,
): AsyncGenerator<string, void, undefined> {
  let rows = 0;
  let end: Parameters<Exported['onEnd']>[0]['end'] = 'broken_off';
  try {
    yield format.head(columns);
    let cut = false;
    for await (const page of pages) {
      const kept = page.slice(0, most - rows);
      const text = kept.length === 0 ? '' : format.rows(columns, kept, rows === 0);
      // Counted before they leave: a reader who breaks off has them.
      rows += kept.length;
      if (text !== '') yield text;
      cut = kept.length < page.length;
      if (cut) break;
    }
    yield format.foot(columns, cut ? rows : undefined);
    end = cut ? 'cut' : 'complete';
  } finally {
    await onEnd({ rows, end });
  }
}
