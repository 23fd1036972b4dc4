import { randomBytes, scryptSync } from 'node:crypto';
import type { AccessStore, Instant, Role } from '@doubletake/scoring';

/** Cost of the hashes: what the console itself uses. */
const LOG_COST = 17;
const MEMORY = 256 * 1024 * 1024;

/** Who works in the demonstration, one for each role. */
const PEOPLE: readonly (readonly [name: string, role: Role])[] = [
  ['analyst', 'analyst'],
  ['lead', 'lead'],
  ['admin', 'admin'],
  ['auditor', 'auditor'],
];

/** Somebody of the demonstration, with the password that is shown once. */
export interface Person {
  readonly name: string;
  readonly password: string;
}

/** Makes one user for each role, with a password nobody could know; gives the passwords, which are kept nowhere. */
export async function addPeople(access: AccessStore, at: Instant): Promise<readonly Person[]> {
  const made = PEOPLE.map(([name, role]) => {
    const password = randomBytes(15).toString('base64url');
    return { name, role, password };
  });
  for (const { name, role, password } of made)
    await access.addUser({
      userId: `demo_${name}`,
      name,
      role,
      password: hashed(password),
      recoveryCodes: [],
      settings: { zone: 'UTC', theme: 'system', shortcuts: true },
      createdAt: at,
    });
  return made.map(({ name, password }) => ({ name, password }));
}

function hashed(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** LOG_COST, r: 8, p: 1, maxmem: MEMORY });
  return `scrypt$${LOG_COST}$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}
