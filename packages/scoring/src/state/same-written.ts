/** Whether two values of an event were written alike; the order of keys says nothing. */
export function sameWritten(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isWritten(a) || !isWritten(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameWritten(a[key], b[key]))
  );
}

function isWritten(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
