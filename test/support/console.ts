import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import { startConsole, type ConsoleOptions } from '@doubletake/console';
import { memoryAccessStore } from '@doubletake/ledger';
import type { AccessStore, AuditEntry, Role, User } from '@doubletake/scoring';
import request from 'supertest';
import { testCases, type TestCases } from './console-cases.ts';
import { PATIENT } from './patient.ts';

export const PASSWORD = 'four plain words here';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A hash as the console reads it, at a cost that suits tests. */
function cheapHash(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  return `scrypt$4$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Somebody with the tests' password and no second factor. */
export function person(userId: string, role: Role, fields: Partial<User> = {}): User {
  return {
    userId,
    name: userId,
    role,
    password: cheapHash(PASSWORD),
    recoveryCodes: [],
    settings: { zone: 'UTC', theme: 'system', shortcuts: true },
    createdAt: 0,
    ...fields,
  };
}

export type Browser = ReturnType<typeof request.agent>;

/** A console on a memory store, with a clock that stands still until it is moved. */
export interface TestConsole {
  readonly url: string;
  readonly setUpUrl: string | undefined;
  readonly access: AccessStore;
  readonly cases: TestCases;
  readonly audit: AuditEntry[];
  readonly log: string[];
  readonly clock: { now: number };
  /** A browser that sends what browsers send, and keeps its cookies. */
  readonly browser: () => Browser;
  /** A browser in which somebody is signed in. */
  readonly signedIn: (name: string) => Promise<Browser>;
  readonly close: () => Promise<void>;
}

export async function startTestConsole(
  users: readonly User[],
  options: Partial<ConsoleOptions> = {},
): Promise<TestConsole> {
  const access = options.access ?? memoryAccessStore();
  for (const user of users) await access.addUser(user);
  const audit: AuditEntry[] = [];
  const log: string[] = [];
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  const cases = await testCases(() => clock.now);
  const running = await startConsole({
    access,
    cases: cases.work,
    accounts: cases.accounts,
    outbox: cases.engine.parts.ledger.outbox,
    audit: {
      append: async (entry) => {
        audit.push(entry);
        return { ...entry, seq: audit.length, hash: '' };
      },
    },
    now: () => clock.now,
    random: randomBytes,
    secrets: [randomBytes(32).toString('hex')],
    log: (event, fields) => log.push(`${event} ${JSON.stringify(fields)}`),
    secondFactor: 'optional',
    patience: PATIENT.timeout,
    ...options,
  });
  const { url, setUpUrl, close } = running;
  const browser = () => browserAt(url);
  const signedIn = (name: string) => signedInAt(url, name);
  return { url, setUpUrl, access, cases, audit, log, clock, browser, signedIn, close };
}

function browserAt(url: string): Browser {
  const agent = request.agent(url);
  agent.set({ 'sec-fetch-site': 'same-origin', accept: 'text/html' });
  return agent;
}

/** A browser in which somebody is signed in to a console. */
export async function signedInAt(url: string, name: string): Promise<Browser> {
  const agent = browserAt(url);
  const done = await agent.post('/sign-in').type('form').send({ name, password: PASSWORD });
  if (done.status !== 303) throw new Error(`\`${name}\` could not sign in: ${done.text}`);
  return agent;
}

/** The code an authenticator app shows at an instant (RFC 6238), worked out without the library under test. */
export function appCode(at: number, secret: string = TOTP_SECRET): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
