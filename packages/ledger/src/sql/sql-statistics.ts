import {
  CASE_STATES,
  type CaseStatistics,
  type Closings,
  type ConclusionCount,
  type Instant,
  type Overturned,
  type RuleVotes,
} from '@doubletake/scoring';
import { checkedEdges, WAITING } from '../desk/edges.ts';
import type { Database } from './database.ts';
import { type Statement, statement } from './statement.ts';

const FLOW = statement('statistics/flow');
const WAITING_NOW = statement('statistics/waiting');
const CLOSINGS = statement('statistics/closings');
const ANSWERED = statement('statistics/answered');
const GIVEN = statement('statistics/given');
const OVERTURNED = statement('statistics/overturned');
const RULE_VOTES = statement('statistics/rule-votes');

interface Bucket {
  readonly nth: number;
  readonly opened: number;
  readonly closed?: number;
}

/** Large numbers come as texts from some drivers. */
interface Ranks {
  readonly count: number;
  readonly p50: number | string;
  readonly p95: number | string;
}

/** What is counted over cases in a migrated database. */
export function sqlStatistics(db: Database): CaseStatistics {
  const buckets = async (
    query: Statement,
    edges: readonly Instant[],
    states: readonly string[],
  ) => {
    const [first, last] = [checkedEdges(edges)[0], edges.at(-1)];
    const rows = await db.query<Bucket>(query, [edges, first, last, states]);
    const found = new Map(rows.map((row) => [row.nth, row]));
    return edges.slice(1).map((_, index) => found.get(index + 1) ?? { opened: 0, closed: 0 });
  };
  return {
    flow: async (edges) =>
      (await buckets(FLOW, edges, CASE_STATES)).map(({ opened, closed = 0 }) => ({
        opened,
        closed,
      })),
    waiting: async (edges) =>
      (await buckets(WAITING_NOW, edges, WAITING)).map(({ opened }) => opened),
    closings: async ({ from, to }) => {
      const [outcomes, [answered]] = await Promise.all([
        db.query<Closings['outcomes'][number]>(CLOSINGS, [from, to]),
        db.query<Ranks>(ANSWERED, [from, to]),
      ]);
      if (answered === undefined) return { outcomes };
      const { count, p50, p95 } = answered;
      return { outcomes, answered: { count, p50: Number(p50), p95: Number(p95) } };
    },
    given: async ({ from, to }) =>
      (await db.query<{ given: ConclusionCount }>(GIVEN, [from, to])).map((row) => row.given),
    overturned: async ({ from, to }) => {
      const [counts] = await db.query<Overturned>(OVERTURNED, [from, to]);
      return counts ?? { final: 0, reopened: 0, contrary: 0 };
    },
    ruleVotes: ({ from, to }) => db.query<RuleVotes>(RULE_VOTES, [from, to]),
  };
}
