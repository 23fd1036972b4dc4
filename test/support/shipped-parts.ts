import { memoryIdentityGraph } from '@doubletake/graph';
import { memoryLedger } from '@doubletake/ledger';
import type { Policy } from '@doubletake/scoring';
import type { EngineParts } from '../../packages/doubletake/src/engine/parts.ts';
import { passingHashing } from '../../packages/doubletake/src/hashing.ts';
import {
  defaultRulesDir,
  loadRules,
  policyOf,
} from '../../packages/doubletake/src/rules-folder.ts';

/** The policy of the rules that come with the package. */
export function shippedPolicy(): Policy {
  const loaded = loadRules(defaultRulesDir());
  if (!loaded.ok) throw new Error('the rules that come with the package have problems');
  return policyOf(loaded.value);
}

/** Parts of an engine in memory, with that policy. */
export function shippedParts(clock: EngineParts['clock']): EngineParts {
  return {
    ledger: memoryLedger(),
    graph: memoryIdentityGraph(),
    policy: shippedPolicy(),
    hashing: passingHashing(),
    clock,
    newId: () => 'id',
  };
}
