import type { Role, User } from '@doubletake/scoring';
import type { Asked } from '../asked.ts';

/** Somebody who is new here, with an id that says nothing about them. */
export function newUser(
  { house, at }: Asked,
  { name, role }: { readonly name: string; readonly role: Role },
): User {
  return {
    userId: `u_${Buffer.from(house.random(12)).toString('base64url')}`,
    name,
    role,
    recoveryCodes: [],
    settings: { zone: 'UTC', theme: 'system', shortcuts: true },
    createdAt: at,
  };
}
