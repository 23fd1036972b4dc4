/** How elements of a type are written. */
interface Element<Value> {
  /** The type's OID, which PostgreSQL never changes. */
  readonly oid: number;
  readonly sizeOf: (value: Value) => number;
  /** Writes a value to a place; the bytes it took. */
  readonly write: (array: Buffer, value: Value, at: number) => number;
}

const TEXT: Element<string> = {
  oid: 25,
  sizeOf: (text) => Buffer.byteLength(text),
  write: (array, text, at) => array.write(text, at),
};

const BYTEA: Element<Uint8Array> = {
  oid: 17,
  sizeOf: ({ length }) => length,
  write: (array, bytes, at) => {
    array.set(bytes, at);
    return bytes.length;
  },
};

/** A `text[]` to send: as text, every quote in it would be escaped here and read again there. */
export const textArray = (texts: readonly (string | null | undefined)[]): Buffer =>
  arrayOf(TEXT, texts);

/** A `bytea[]` to send: as text, it would be twice as long. */
export const byteaArray = (values: readonly (Uint8Array | null | undefined)[]): Buffer =>
  arrayOf(BYTEA, values);

const INTEGER = 4;
const NULL = -1;

/** An array of one dimension as PostgreSQL's `array_recv` reads it. */
function arrayOf<Value>(
  element: Element<Value>,
  values: readonly (Value | null | undefined)[],
): Buffer {
  // Dimensions, whether nulls may come, the type of elements, how many there are, the subscript of the first.
  const head = [1, 1, element.oid, values.length, 1];
  let size = INTEGER * (head.length + values.length);
  for (const value of values) if (value != null) size += element.sizeOf(value);
  const array = Buffer.allocUnsafe(size);
  let at = 0;
  for (const number of head) at = array.writeInt32BE(number, at);
  for (const value of values) {
    const length = value == null ? NULL : element.write(array, value, at + INTEGER);
    at = array.writeInt32BE(length, at) + Math.max(length, 0);
  }
  return array;
}
