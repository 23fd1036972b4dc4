/** The same object type with its possibly undefined keys made optional. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without its undefined keys: absent means unknown, and prints as nothing. */
export function present<T extends object>(fields: T): Present<T>;
export function present(fields: object): object {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const value: unknown = Reflect.get(fields, key);
    if (value !== undefined) given[key] = value;
  }
  return given;
}
