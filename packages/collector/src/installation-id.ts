/** One place in the browser that can keep the id. Every call may throw: blocked storage throws on each touch. */
export interface IdStore {
  readonly read: () => string | undefined;
  readonly write: (id: string) => void;
}

/**
 * The random id of this browser profile, 32 hexadecimal digits: the first one a store still holds, or else a new one.
 * It is written to every store each time, so that a store that was cleared is healed from the others, and read back,
 * because a blocked cookie is dropped without an error. `undefined` when no store keeps it.
 */
export function installationId(stores: readonly IdStore[]): string | undefined {
  const id = stores.map(readFrom).find(isInstallationId) ?? randomId();
  for (const store of stores) attempt(() => store.write(id));
  // INVARIANT: an id is returned only if the next visit can find it. One made up each time would make every visit of
  // one person look like a new device.
  return stores.some((store) => readFrom(store) === id) ? id : undefined;
}

const readFrom = (store: IdStore): string | undefined => attempt(() => store.read());

/** What a store holds is anybody's to edit: other shapes count as nothing. */
const isInstallationId = (text: string | undefined): boolean => /^[0-9a-f]{32}$/.test(text ?? '');

/** `randomUUID` would be shorter, but is missing on pages without https. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
