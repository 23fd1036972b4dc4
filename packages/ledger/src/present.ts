/** The same object type with its possibly undefined keys made optional. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without its undefined keys: absent means unknown, and prints as nothing. */
export function present<T extends object>(fields: T): Present<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The compiler cannot see that filtering the entries is what the mapped type says.
  return Object.fromEntries(kept) as Present<T>;
}
