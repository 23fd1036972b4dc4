// A reply is its type, a line, and what the line announces. Source: Redis serialization protocol specification, RESP3.

const codes = (types: string): ReadonlySet<number> => new Set(Buffer.from(types));

/** Types whose line says how many bytes, replies, or pairs of replies follow. */
const BLOBS = codes('$!=');
const LISTS = codes('*~>');
const PAIRS = codes('%|');

const [NULL = 0, MINUS = 0, ZERO = 0, CR = 0] = Buffer.from('_-0\r');

const LINE_END = 2;

/** Stands for the end of a reply that goes on beyond the bytes there are. */
export const UNFINISHED = -1;

/** Where the reply that begins here ends. */
export function endOfReply(bytes: Buffer, start: number): number {
  const end = endOfLine(bytes, start);
  const type = bytes[start] ?? 0;
  if (end === UNFINISHED) return UNFINISHED;
  if (BLOBS.has(type)) return endOfBlob(bytes, end, announced(bytes, start));
  if (LISTS.has(type)) return endOfReplies(bytes, end, announced(bytes, start));
  if (PAIRS.has(type)) return endOfReplies(bytes, end, 2 * announced(bytes, start));
  return end;
}

/** Where the line that begins here ends. */
export function endOfLine(bytes: Buffer, start: number): number {
  for (let at = start; at + 1 < bytes.length; at += 1) if (bytes[at] === CR) return at + LINE_END;
  return UNFINISHED;
}

/** What a line announces; -1 where it says that there is nothing. */
export function announced(bytes: Buffer, start: number): number {
  if (bytes[start + 1] === MINUS) return -1;
  let number = 0;
  for (let at = start + 1; bytes[at] !== CR; at += 1)
    number = 10 * number + (bytes[at] ?? 0) - ZERO;
  return number;
}

/** The bytes of a blob that is all there, or null. */
export function blobAt(bytes: Buffer, start: number, end: number): Buffer | null {
  if (bytes[start] === NULL || bytes[start + 1] === MINUS) return null;
  return bytes.subarray(endOfLine(bytes, start), end - LINE_END);
}

function endOfBlob(bytes: Buffer, start: number, size: number): number {
  const end = size < 0 ? start : start + size + LINE_END;
  return end > bytes.length ? UNFINISHED : end;
}

function endOfReplies(bytes: Buffer, start: number, count: number): number {
  let end = start;
  for (let left = count; left > 0 && end !== UNFINISHED; left -= 1) end = endOfReply(bytes, end);
  return end;
}
