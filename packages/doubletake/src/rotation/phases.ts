import { freshSecret, type KeyEntry, type KeysFile } from '../keys-file.ts';

/**
 * New keys, known to whoever reads the file: the new pepper writes beside the old one from now on, the new seal only
 * opens. A process that does not know it yet could not read what it seals. None has an id that was ever used, as `seal s2`.
 */
export function added(file: KeysFile, usedBefore: readonly string[]): KeysFile {
  const fresh = (ring: Ring): KeyEntry => freshKey(ring, file, new Set(usedBefore));
  return {
    ...file,
    peppers: [fresh('peppers'), ...file.peppers],
    seal: [...file.seal, fresh('seal')],
    // The oldest comes last, and the first writes: what is new waits behind the one that does.
    audit: file.audit.flatMap((key, index) => (index === 0 ? [key, fresh('audit')] : [key])),
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

/** Whoever asked for the phase has been told what comes before the next. */
export function told(file: KeysFile): KeysFile {
  return file.rotation ? { ...file, rotation: { ...file.rotation, told: true } } : file;
}

/** Old keys that had gone are back, to rewrite what was written with them too late. */
export function takenBack(file: KeysFile): KeysFile {
  return { ...file, rotation: { phase: 'used', peppers: replaced(file), reached: 0 } };
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

type Ring = 'peppers' | 'seal' | 'audit';

/** A key with the next free number behind the letter of its ring. */
function freshKey(ring: Ring, file: KeysFile, usedBefore: ReadonlySet<string>): KeyEntry {
  const numbers = file[ring].map(({ kid }) => Number(/^[a-z](\d+)$/u.exec(kid)?.[1] ?? 0));
  const kid = (number: number): string => `${ring.charAt(0)}${number}`;
  let number = Math.max(0, ...numbers) + 1;
  while (usedBefore.has(`${ring} ${kid(number)}`)) number += 1;
  return { kid: kid(number), secret: freshSecret() };
}
