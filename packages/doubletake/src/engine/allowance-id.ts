import { createHash } from 'node:crypto';

/** As long as an id may be that a ledger keeps. */
const LONGEST = 200;

/** Name of the pair exception that a command asks for: of every command there can be one, however long its own id is. */
export function allowanceIdOf(commandId: string): string {
  const id = `review:${commandId}`;
  if (id.length <= LONGEST) return id;
  return `review:${createHash('sha256').update(commandId).digest('base64url')}`;
}
