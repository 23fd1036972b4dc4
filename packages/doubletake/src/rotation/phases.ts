import { freshSecret, type KeyEntry, type KeysFile } from '../keys-file.ts';

/**
 * New keys, known to whoever reads the file: the new pepper writes beside the old one from now on, the new seal only
 * opens. A process that does not know it yet could not read what it seals.
 */
export function added(file: KeysFile): KeysFile {
  return {
    ...file,
    peppers: [fresh(file.peppers, 'p'), ...file.peppers],
    seal: [...file.seal, fresh(file.seal, 's')],
    // The oldest comes last, and the first writes: what is new waits behind the one that does.
    audit: file.audit.flatMap((key, index) =>
      index === 0 ? [key, fresh(file.audit, 'a')] : [key],
    ),
    rotation: { phase: 'added', peppers: file.peppers.map(({ kid }) => kid), reached: 0 },
  };
}

/** The new seal writes; the old keys are still read. */
export function used(file: KeysFile): KeysFile {
  return {
    ...file,
    seal: [...file.seal.slice(-1), ...file.seal.slice(0, -1)],
    audit: [...file.audit.slice(1, 2), ...file.audit.slice(0, 1), ...file.audit.slice(2)],
    rotation: { phase: 'used', peppers: replaced(file), reached: 0 },
  };
}

/**
 * Only the new keys are left, and what the trail was chained with before: it checks what it wrote up to here, and
 * nothing that comes after.
 */
export function dropped(file: KeysFile, trailEnd: number): KeysFile {
  return {
    ...file,
    peppers: file.peppers.slice(0, 1),
    seal: file.seal.slice(0, 1),
    audit: file.audit.map((key, index) => (index === 0 ? key : { until: trailEnd, ...key })),
    rotation: { phase: 'dropped', peppers: replaced(file), reached: 0 },
  };
}

/** No rotation is under way. */
export function settled(file: KeysFile): KeysFile {
  const { rotation: _, ...rest } = file;
  return rest;
}

const replaced = ({ rotation }: KeysFile): readonly string[] => rotation?.peppers ?? [];

/** A key with the next free number behind its letter. */
function fresh(before: readonly KeyEntry[], letter: string): KeyEntry {
  const numbers = before.map(({ kid }) => Number(/^[a-z](\d+)$/u.exec(kid)?.[1] ?? 0));
  return { kid: `${letter}${Math.max(0, ...numbers) + 1}`, secret: freshSecret() };
}
