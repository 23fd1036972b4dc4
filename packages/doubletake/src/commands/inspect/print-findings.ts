import type { Paint } from '../../cli/paint.ts';
import { padTo, printable, widthOf } from '../../cli/printable.ts';
import type { Reading } from '../identifier/written.ts';
import type { Finding, Findings } from './inspectable.ts';

/** What was found, one line each, for a person; what is absent or empty is left out. */
export function printFindings(read: Reading<Findings>, paint: Paint): string {
  if (!read.ok) {
    return `${paint.bad('unreadable')}  ${printable(`${read.problem.code}: ${read.problem.message}`)}\n`;
  }
  const rows = Object.entries(read.value)
    .map(([key, value]) => [key, shown(value)] as const)
    .filter(([, value]) => value !== '');
  const width = Math.max(...rows.map(([key]) => widthOf(key)));
  return rows
    .map(([key, value]) => `${paint.quiet(padTo(key, width))}  ${printable(value)}\n`)
    .join('');
}

function shown(value: Finding): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
