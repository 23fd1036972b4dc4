import { checkKeys, retireOthers } from '../check-keys.ts';
import { readAs } from '../engine/kept-tokens.ts';
import type { EngineParts } from '../engine/parts.ts';
import { parseKeys, type Keys } from '../keys.ts';
import { printKeysFile, type KeysFile, type Rotation } from '../keys-file.ts';
import type { KeysAt } from './keys-at.ts';
import { added, dropped, settled, takenBack, told, used } from './phases.ts';
import { resealAll, retokenise } from './rewrite.ts';

export interface RotationOptions {
  readonly at: KeysAt;
  /** Opens the stores with keys; they are closed again. */
  readonly withParts: <Result>(
    keys: Keys,
    work: (parts: EngineParts) => Promise<Result>,
  ) => Promise<Result>;
  /** Nobody else uses the stores: all phases at once. */
  readonly alone: boolean;
  /** Says what is to be done before the next phase. */
  readonly tell: (result: RotationResult) => Promise<void>;
  readonly onTokens?: (reached: number) => void;
  readonly onSealed?: (rows: number) => void;
}

/** Where a run left the rotation; absent when it is complete. */
export type RotationState = Rotation['phase'] | undefined;

/** Values still under an old key, and the ids of such keys: a process runs with an old file. */
interface Left {
  readonly left: number;
  readonly under: readonly string[];
}

/** Where a run left the rotation, how many rows it sealed anew, and what keeps it from going on. */
export interface RotationResult extends Left {
  readonly state: RotationState;
  readonly rows: number;
}

/**
 * Takes a rotation of the keys one phase further, or, alone, through all of them. Every phase can be cut short and run
 * again. Between two phases every process must have been started with the file as it then is: a phase of which nobody was
 * told is told again, and no other begun.
 */
export async function rotateKeys(options: RotationOptions): Promise<RotationResult> {
  let result = await nextPhase(options);
  while (options.alone && result.state !== undefined && result.left === 0) {
    const { rows } = result;
    result = await nextPhase(options);
    result = { ...result, rows: result.rows + rows };
  }
  await options.tell(result);
  if (result.state !== undefined) options.at.write(told(options.at.read()));
  return result;
}

async function nextPhase(options: RotationOptions): Promise<RotationResult> {
  const { at, alone } = options;
  const file = at.read();
  // INVARIANT: a phase begins only in a run behind one that ended with the request to start every process anew.
  const mayGoOn = alone || file.rotation?.told === true;
  switch (file.rotation?.phase) {
    case undefined:
      await add(options);
      return { state: 'added', rows: 0, ...NOTHING };
    case 'added':
      if (!mayGoOn) return { state: 'added', rows: 0, ...NOTHING };
      at.write(used(file));
      return use(options);
    case 'used': {
      if (!mayGoOn) return use(options);
      const { trailEnd, ...done } = await rewrite(options);
      if (done.left > 0) return { state: 'used', ...done };
      at.write(dropped(at.read(), trailEnd));
      return { state: 'dropped', ...done };
    }
    case 'dropped': {
      if (!mayGoOn) return { state: 'dropped', rows: 0, ...NOTHING };
      const late = await purge(options);
      if (late.left === 0) {
        at.write(settled(file));
        return { state: undefined, rows: 0, ...late };
      }
      const known = new Set(file.seal.map(({ kid }) => kid));
      if (!late.under.every((kid) => known.has(kid))) return { state: 'dropped', rows: 0, ...late };
      at.write(takenBack(file));
      return use(options);
    }
  }
}

const NOTHING: Left = { left: 0, under: [] };

const keysOf = (file: KeysFile): Keys => parseKeys(printKeysFile(file));

/** Puts new keys into the file that the ledger knows of no other. */
async function add({ at, withParts }: RotationOptions): Promise<void> {
  const file = at.read();
  await withParts(keysOf(file), async ({ ledger }) => {
    const next = added(file, await ledger.keyChecks.ids());
    // Before the file has them: with a file that the ledger refuses nothing would start any more.
    await checkKeys(ledger, keysOf(next));
    at.write(next);
  });
}

/** Brings everything under the new keys while the old ones are still read. */
async function use(options: RotationOptions): Promise<RotationResult> {
  const { rows, left, under } = await rewrite(options);
  return { state: 'used', rows, left, under };
}

interface Rewriting extends Left {
  readonly rows: number;
  readonly trailEnd: number;
}

/** How many rows were sealed anew, what still is not, and where the trail ended then. */
async function rewrite(options: RotationOptions): Promise<Rewriting> {
  const { at, withParts, onTokens, onSealed } = options;
  const file = at.read();
  return withParts(keysOf(file), async (parts) => {
    await retokenise(parts, file.rotation?.reached ?? 0, (reached) => {
      if (file.rotation) at.write({ ...file, rotation: { ...file.rotation, reached } });
      onTokens?.(reached);
    });
    const rows = await resealAll(parts, onSealed ?? (() => {}));
    const left = await sealedOtherwise(parts, file);
    const { seq: trailEnd } = await parts.ledger.audit.head(parts.clock());
    return { rows, ...left, trailEnd };
  });
}

/** What any key but the one that writes seals. */
async function sealedOtherwise({ ledger }: EngineParts, { seal }: KeysFile): Promise<Left> {
  const [current] = seal;
  const others = [...(await ledger.upkeep.seals())].filter(([kid]) => kid !== current?.kid);
  return {
    left: others.reduce((sum, [, values]) => sum + values, 0),
    under: others.map(([kid]) => kid),
  };
}

/** Takes what is left of the old peppers out of the graph and the ledger, unless somebody went on sealing with the old keys. */
async function purge({ at, withParts }: RotationOptions): Promise<Left> {
  const file = at.read();
  return withParts(keysOf(file), async (parts) => {
    const late = await sealedOtherwise(parts, file);
    if (late.left > 0) return late;
    for (const kid of file.rotation?.peppers ?? []) await parts.graph.dropKey(kid);
    await parts.ledger.census.forgetKept(readAs(parts.hashing));
    await retireOthers(parts.ledger, keysOf(file));
    return late;
  });
}
