import type { EngineParts } from '../engine/parts.ts';
import { parseKeys, type Keys } from '../keys.ts';
import { printKeysFile, type KeysFile, type Rotation } from '../keys-file.ts';
import type { KeysAt } from './keys-at.ts';
import { added, dropped, settled, used } from './phases.ts';
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
  readonly onTokens?: (reached: number) => void;
  readonly onSealed?: (rows: number) => void;
}

/** Where a run left the rotation; absent when it is complete. */
export type RotationState = Rotation['phase'] | undefined;

/** What old keys still seal, when something keeps sealing with them. */
export interface RotationResult {
  readonly state: RotationState;
  readonly rows: number;
  /** Values still under an old key: a process runs with the old file. */
  readonly left: number;
}

/**
 * Takes a rotation of the keys one phase further, or, alone, through all of them. Every phase can be cut short and run
 * again. Between two phases every process must have been started with the file as it then is.
 */
export async function rotateKeys(options: RotationOptions): Promise<RotationResult> {
  let result = await nextPhase(options);
  while (options.alone && result.state !== undefined && result.left === 0) {
    const { rows } = result;
    result = await nextPhase(options);
    result = { ...result, rows: result.rows + rows };
  }
  return result;
}

async function nextPhase(options: RotationOptions): Promise<RotationResult> {
  const { at } = options;
  const file = at.read();
  switch (file.rotation?.phase) {
    case undefined:
      at.write(added(file));
      return { state: 'added', rows: 0, left: 0 };
    case 'added': {
      at.write(used(file));
      const { rows, left } = await rewrite(options);
      return { state: 'used', rows, left };
    }
    case 'used': {
      const rewritten = await rewrite(options);
      const { trailEnd, ...done } = rewritten;
      if (done.left > 0) return { state: 'used', ...done };
      at.write(dropped(at.read(), trailEnd));
      return { state: 'dropped', ...done };
    }
    case 'dropped':
      await purge(options);
      at.write(settled(file));
      return { state: undefined, rows: 0, left: 0 };
  }
}

const keysOf = (file: KeysFile): Keys => parseKeys(printKeysFile(file));

/** Brings everything under the new keys; how many rows were sealed anew, and how many values still are not. */
async function rewrite({ at, withParts, onTokens, onSealed }: RotationOptions): Promise<{
  rows: number;
  left: number;
  trailEnd: number;
}> {
  const file = at.read();
  return withParts(keysOf(file), async (parts) => {
    await retokenise(parts, file.rotation?.reached ?? 0, (reached) => {
      if (file.rotation) at.write({ ...file, rotation: { ...file.rotation, reached } });
      onTokens?.(reached);
    });
    const rows = await resealAll(parts, onSealed ?? (() => {}));
    const [current] = file.seal;
    let left = 0;
    for (const [kid, values] of await parts.ledger.upkeep.seals())
      if (kid !== current?.kid) left += values;
    const { seq: trailEnd } = await parts.ledger.audit.head(parts.clock());
    return { rows, left, trailEnd };
  });
}

/** Takes what is left of the old peppers out of the graph. */
async function purge({ at, withParts }: RotationOptions): Promise<void> {
  const file = at.read();
  await withParts(keysOf(file), async ({ graph }) => {
    for (const kid of file.rotation?.peppers ?? []) await graph.dropKey(kid);
  });
}
