/**
 * Remembers what a pure function gave for a value, for as long as the value itself lives. A profile keeps the values
 * it was told, so every screening of an account after the first finds them read already.
 */
export function memo<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** The same for two values, for as long as both live. */
export function memoPair<Left extends object, Right extends object, Value>(
  compute: (left: Left, right: Right) => Value,
): (left: Left, right: Right) => Value {
  const beside = memo((left: Left) => memo((right: Right) => compute(left, right)));
  return (left, right) => beside(left)(right);
}

/** A function of a text that remembers what it gave. */
export interface TextMemo<Value> {
  (text: string): Value;
  readonly forget: () => void;
}

/** The same for texts, which live for ever: forgets everything when `size` are known, or when told to. */
export function memoText<Value>(compute: (text: string) => Value, size = 100_000): TextMemo<Value> {
  const known = new Map<string, Value>();
  const remembered = (text: string): Value => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= size) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
  return Object.assign(remembered, { forget: () => known.clear() });
}
