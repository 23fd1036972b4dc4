import type { Facts } from '@doubletake/rules';
import type { AccountState, Policy, ScreeningRecord } from '@doubletake/scoring';
import { Redis } from 'ioredis';
import { Engine } from 'json-rules-engine';
import { naiveFacts, type NaiveHolders } from './naive-facts.ts';
import { PAIR, readProfile, tokensOf, type NaiveTokens } from './naive-profile.ts';

// The careful naive version: every part is a well-known library used as its manual says, every request travels in one
// pipeline, engines are built once. It asks Redis what Doubletake asks: who holds each value since when, how many of
// them had matured, whom the referrer brought when, and who is above the referrer.

const SECRET = 'secret';
const PREFIX = 'naive:';
const holdersKey = (token: string): string => `${PREFIX}t:${token}`;
const maturedKey = (token: string): string => `${PREFIX}m:${token}`;
const refereesKey = (accountId: string): string => `${PREFIX}r:${accountId}`;
const aboveKey = (accountId: string): string => `${PREFIX}a:${accountId}`;

const all = (tokens: NaiveTokens): readonly string[] => [...tokens.values()].flat();

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
  async load(states: readonly AccountState[], records: readonly ScreeningRecord[]): Promise<void> {
    const pipeline = this.#redis.pipeline();
    for (const { profile, maturedAt } of states)
      for (const token of all(tokensOf(readProfile(profile), SECRET))) {
        pipeline.zadd(holdersKey(token), profile.createdAt, profile.accountId);
        if (maturedAt !== undefined) pipeline.zadd(maturedKey(token), maturedAt, profile.accountId);
      }
    for (const { referral } of records)
      if (referral) {
        pipeline.zadd(refereesKey(referral.referrerId), referral.at, referral.refereeId);
        pipeline.set(aboveKey(referral.refereeId), referral.referrerId);
      }
    await pipeline.exec();
  }

  /** Tokens looked up per pair, to set beside the graph's. */
  reads(record: ScreeningRecord): number {
    const { referrer, referee } = PAIR.parse(record);
    return all(tokensOf(referrer, SECRET)).length + all(tokensOf(referee, SECRET)).length;
  }

  /** The outcomes the rules vote for. What the ledger and the programme state is handed to it as facts. */
  async screen(record: ScreeningRecord, known: Facts): Promise<readonly string[]> {
    const { referrer, referee } = PAIR.parse(record);
    const sides = { referrer: tokensOf(referrer, SECRET), referee: tokensOf(referee, SECRET) };
    const at = Number(known['now']);
    const asked = [...new Set([...all(sides.referrer), ...all(sides.referee)])];
    const pipeline = this.#redis.pipeline();
    for (const token of asked) {
      pipeline.zrangebyscore(holdersKey(token), '-inf', at, 'LIMIT', 0, 128);
      pipeline.zcount(maturedKey(token), '-inf', at);
    }
    pipeline.zrangebyscore(refereesKey(referrer.accountId), '-inf', at, 'WITHSCORES');
    pipeline.get(aboveKey(referrer.accountId));
    const replies = ((await pipeline.exec()) ?? []).map(([, reply]) => reply);
    const holders = new Map<string, NaiveHolders>();
    for (const [nth, token] of asked.entries())
      holders.set(token, {
        accounts: texts(replies[2 * nth]),
        matured: Number(replies[2 * nth + 1]),
      });
    const brought = texts(replies.at(-2));
    const referees = new Map<string, number>();
    for (let nth = 0; nth < brought.length; nth += 2)
      referees.set(brought[nth] ?? '', Number(brought[nth + 1]));
    const above = texts([replies.at(-1)]);
    const facts = { ...known, ...naiveFacts({ ...sides, holders, referees, above, at }) };
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

const texts = (reply: unknown): readonly string[] =>
  Array.isArray(reply) ? reply.filter((each) => typeof each === 'string') : [];
