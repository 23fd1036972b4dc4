import { createHmac } from 'node:crypto';
import type { Facts } from '@doubletake/rules';
import type { Policy, Profile, ScreeningRecord } from '@doubletake/scoring';
import emailAddresses from 'email-addresses';
import { Redis } from 'ioredis';
import { Engine } from 'json-rules-engine';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

// The careful naive version: every part is a well-known library used as its manual says, every request travels in one
// pipeline, engines are built once. It compares identifiers for equality only.

const sighted = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, firstAt: z.number(), lastAt: z.number() }));
const text = z.string();
const PROFILE = z.object({
  accountId: text,
  createdAt: z.number(),
  people: sighted(
    z.object({ givenName: text, familyName: text, fullName: text, birthDate: text }).partial(),
  ),
  emails: sighted(text),
  phones: sighted(z.object({ number: text, region: text.optional() })),
  addresses: sighted(
    z.object({ lines: z.array(text), postalCode: text.optional(), country: text.optional() }),
  ),
  payments: sighted(z.object({ kind: text, fingerprint: text })),
  devices: sighted(z.object({ visitorId: text.optional(), installationId: text.optional() })),
  ips: sighted(text),
});
const PAIR = z.object({ referrer: PROFILE, referee: PROFILE });

type Read = z.infer<typeof PROFILE>;

function emailOf(written: string): string {
  const parsed = emailAddresses.parseOneAddress(written);
  return (parsed && 'address' in parsed ? parsed.address : written).toLowerCase();
}

function phoneOf({ number, region }: Read['phones'][number]['value']): string {
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined;
  return parsePhoneNumberFromString(number, country)?.number ?? number;
}

/** Tokens of a profile by kind. */
function tokensOf(profile: Read, secret: string): ReadonlyMap<string, readonly string[]> {
  const plain: Record<string, readonly string[]> = {
    email: profile.emails.map(({ value }) => emailOf(value)),
    phone: profile.phones.map(({ value }) => phoneOf(value)),
    address: profile.addresses.map(({ value }) =>
      [...value.lines, value.postalCode ?? ''].join(' ').toLowerCase(),
    ),
    name: profile.people.map(({ value }) =>
      (value.fullName ?? `${value.givenName ?? ''} ${value.familyName ?? ''}`).toLowerCase(),
    ),
    payment: profile.payments.map(({ value }) => value.fingerprint),
    device: profile.devices.flatMap(({ value }) => value.installationId ?? []),
    visitor: profile.devices.flatMap(({ value }) => value.visitorId ?? []),
    ip: profile.ips.map(({ value }) => value),
  };
  const token = (kind: string, value: string): string =>
    createHmac('sha256', secret).update(`${kind}|${value}`).digest('base64url').slice(0, 22);
  return new Map(
    Object.entries(plain).map(([kind, values]) => [
      kind,
      [...new Set(values)].map((value) => token(kind, value)),
    ]),
  );
}

const PREFIX = 'naive:';
const holdersKey = (token: string): string => `${PREFIX}t:${token}`;
const refereesKey = (accountId: string): string => `${PREFIX}r:${accountId}`;

/** The naive version over a Redis server. */
export class Naive {
  readonly #redis: Redis;
  readonly #policy: Policy;
  readonly #engines = new Map<string, Engine>();

  constructor(url: string, policy: Policy) {
    this.#redis = new Redis(url);
    this.#policy = policy;
  }

  /** Fills its own sets with what the graph knows too. */
  async load(profiles: readonly Profile[], records: readonly ScreeningRecord[]): Promise<void> {
    const pipeline = this.#redis.pipeline();
    for (const profile of profiles)
      for (const tokens of tokensOf(PROFILE.parse(profile), 'secret').values())
        for (const token of tokens) pipeline.sadd(holdersKey(token), profile.accountId);
    for (const { referral } of records)
      if (referral)
        pipeline.zadd(refereesKey(referral.referrerId), referral.at, referral.refereeId);
    await pipeline.exec();
  }

  /** Reads per pair, to set beside the graph's. */
  reads({ referrer, referee }: ScreeningRecord): number {
    const sides = PAIR.parse({ referrer, referee });
    return [sides.referrer, sides.referee]
      .flatMap((side) => [...tokensOf(side, 'secret').values()])
      .flat().length;
  }

  /** The outcomes the rules vote for. Facts it does not look up itself are handed to it. */
  async screen(record: ScreeningRecord, known: Facts): Promise<readonly string[]> {
    const { referrer, referee } = PAIR.parse({
      referrer: record.referrer,
      referee: record.referee,
    });
    const left = tokensOf(referrer, 'secret');
    const right = tokensOf(referee, 'secret');
    const pipeline = this.#redis.pipeline();
    const asked = [...left.values(), ...right.values()].flat();
    for (const token of asked) pipeline.smembers(holdersKey(token));
    pipeline.zrange(refereesKey(referrer.accountId), '-inf', '+inf', 'BYSCORE');
    const replies = (await pipeline.exec()) ?? [];
    const holders = asked.map((_, nth) => listed(replies[nth]?.[1]).length);
    const facts: Record<string, unknown> = {
      ...known,
      'referrer.referrals': listed(replies.at(-1)?.[1]).length,
      'address.sharedBy': Math.max(0, ...holders),
    };
    for (const [kind, tokens] of left)
      facts[`${kind}.match`] = tokens.some((token) => right.get(kind)?.includes(token))
        ? 'exact'
        : 'different';
    const { events } = await this.#engine(record.reward.programmeId).run(facts);
    return events.map(({ type }) => type);
  }

  async close(): Promise<void> {
    await this.#redis.quit();
  }

  #engine(programmeId: string): Engine {
    const known = this.#engines.get(programmeId);
    if (known) return known;
    const { terms, packs, programmes } = this.#policy;
    const pack = packs.get(programmes.get(programmeId)?.pack ?? 'evidence');
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const { rule } of [...terms.rules, ...(pack?.rules ?? [])])
      if (rule.programmes?.includes(programmeId) !== false)
        engine.addRule(JSON.parse(JSON.stringify({ ...rule, priority: rule.priority ?? 1 })));
    this.#engines.set(programmeId, engine);
    return engine;
  }
}

const listed = (reply: unknown): readonly unknown[] => (Array.isArray(reply) ? reply : []);
