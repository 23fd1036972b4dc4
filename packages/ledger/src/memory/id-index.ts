/** Which ids stand under a key, in the order they came. */
export class IdIndex {
  readonly #ids = new Map<string, Set<string>>();

  of(key: string): Iterable<string> {
    return this.#ids.get(key) ?? [];
  }

  /** Moves an id from one key to another; undefined is no place. */
  move(id: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) this.#ids.get(from)?.delete(id);
    if (to === undefined) return;
    const ids = this.#ids.get(to) ?? new Set<string>();
    this.#ids.set(to, ids.add(id));
  }
}
