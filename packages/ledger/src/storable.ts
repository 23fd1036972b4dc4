import { LedgerError } from './errors.ts';

/** NUL, which PostgreSQL takes in no text, and half of a character, which does not survive UTF-8. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** As long as an id of a host may be, in UTF-16 code units; any index takes it. */
const LONGEST_ID = 200;

/** Keys under which an id is told, or who did it. */
const ID = /(?:^id|Id|^by|^owner|^to)$/u;

/** How deep an argument is looked into: a batch, what is in it, and a part of that. */
const DEPTH = 3;

/** Events were parsed before they come: reading every text of a batch again is work for nothing. */
const PARSED = 'append';

/** Whether every store keeps the text as it is, so that it may be an id at all. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** A port whose calls, and those of its parts, refuse what no store keeps, before anything is read or written. */
export function storable<Port extends object>(port: Port, of = ''): Port {
  const seen = new Map<PropertyKey, unknown>();
  return new Proxy(port, {
    get: (target, name) => {
      const called = of === '' ? String(name) : `${of}.${String(name)}`;
      if (!seen.has(name)) seen.set(name, guarded(target, Reflect.get(target, name), called));
      return seen.get(name);
    },
  });
}

function guarded(target: object, value: unknown, called: string): unknown {
  if (typeof value === 'object' && value !== null) return storable(value, called);
  if (typeof value !== 'function' || called === PARSED) return value;
  return (...given: readonly unknown[]): unknown => {
    const why = whyNot(given);
    if (why === undefined) return Reflect.apply(value, target, given);
    // Never with the text itself: it may be what somebody typed into the wrong field.
    return Promise.reject(new LedgerError('ledger_text_refused', `\`${called}\` was given ${why}`));
  };
}

function whyNot(value: unknown, key = '', depth = DEPTH): string | undefined {
  if (typeof value === 'string') {
    if (!isStorable(value)) return 'a text with NUL or half a character';
    return ID.test(key) && value.length > LONGEST_ID
      ? `an id of ${value.length} characters, at most ${LONGEST_ID} are kept`
      : undefined;
  }
  if (depth < 0 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value))
    return undefined;
  const isList = Array.isArray(value);
  for (const name of Object.keys(value)) {
    const why = whyNot(Reflect.get(value, name), isList ? key : name, depth - 1);
    if (why !== undefined) return why;
  }
  return undefined;
}
