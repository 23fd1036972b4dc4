import type { KeyType } from '@doubletake/identity';
import { missing } from '../evidence/observation.ts';
import { coReferees, holdersOfTokens } from '../pair/holders.ts';
import type { Scene } from '../pair/pair.ts';
import type { AccountRef } from '../ports/identity-graph.ts';
import type { Signal } from './signal.ts';

/** Values held by more accounts than this join everybody with everybody (scoring-model §0.8). */
export const DEGREE_CAP = 20;

/** Kinds that bind a few people when they are rare. A surname or an e-mail's base is not one of them. */
const BINDING: ReadonlySet<KeyType> = new Set<KeyType>([
  'email',
  'email.domain',
  'phone',
  'address',
  'payment',
  'installation',
  'visitor',
  'hardware',
  'ip',
]);

/** The referrer's other referees that share a rare value with this one. */
export function siblingsOf(scene: Scene): ReadonlySet<AccountRef> {
  const others = coReferees(scene);
  const found = new Set<AccountRef>();
  if (others.size === 0) return found;
  for (const { type, tokens } of scene.referee.keys) {
    if (!BINDING.has(type)) continue;
    const held = holdersOfTokens(scene, tokens);
    // INVARIANT: no admitted value has more holders than the degree cap.
    if (held.count > DEGREE_CAP) continue;
    for (const { account } of held.accounts) if (others.has(account)) found.add(account);
  }
  return found;
}

/** Whether the referrer's referees look like each other: the mark of a farm, and of an agent's office. */
export const siblings: Signal = {
  name: 'siblings',
  observe: (scene) => {
    if (scene.neighbourhood.referees.length === 0) return missing('no known referees');
    const count = siblingsOf(scene).size;
    if (count >= 3) return { kind: 'table', level: 'three_or_more' };
    return { kind: 'table', level: count > 0 ? 'one_or_two' : 'none' };
  },
};
