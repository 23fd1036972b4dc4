import { randomBytes } from 'node:crypto';
import { pgDatabase, postgresPool, sqlLedger, type ReviewedLedger } from '@doubletake/ledger';

/** What PostgreSQL tells of one node of a plan. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

const EXPLAIN = `
  load 'auto_explain';
  set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on;
  set auto_explain.log_buffers = on; set auto_explain.log_timing = off;
  set auto_explain.log_format = json; set auto_explain.log_level = notice;
  set client_min_messages = notice`;

/**
 * Asks each question once of a ledger at `url` and tells how its statements, as they really ran, found their rows: the
 * indexes they used, and the blocks of 8 kB they touched.
 */
export async function plansOf(
  url: string,
  questions: Readonly<Record<string, (ledger: ReviewedLedger) => Promise<unknown>>>,
): Promise<string> {
  const pool = postgresPool({ url, connections: 1, timeout: 600_000 });
  const plans: PlanNode[] = [];
  pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      if (message.includes('plan:')) plans.push(planIn(message));
    });
    client.query(EXPLAIN).catch(console.error);
  });
  const keys = { current: 'k', keys: new Map([['k', randomBytes(32)]]) };
  const ledger = sqlLedger(pgDatabase(pool), { keys, auditKey: randomBytes(32) });
  const lines = ['| question | blocks | found by |', '|---|---|---|'];
  for (const [question, ask] of Object.entries(questions)) {
    plans.length = 0;
    await ask(ledger);
    const nodes = plans.flatMap(nodesOf);
    const blocks = plans.reduce((sum, plan) => sum + blocksOf(plan), 0);
    lines.push(`| ${question} | ${blocks} | ${[...new Set(nodes.flatMap(scanOf))].join(', ')} |`);
  }
  await ledger.close();
  return lines.join('\n');
}

/** The plan in what PostgreSQL says: after some words, JSON. */
function planIn(message: string): PlanNode {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- PostgreSQL's own word, with nobody in between
  const told: { readonly Plan: PlanNode } = JSON.parse(message.slice(message.indexOf('{')));
  return told.Plan;
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodesOf),
];

const blocksOf = (plan: PlanNode): number =>
  (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);

/** An index by its name, marked where the table was not looked at; a table that was read whole. */
function scanOf(node: PlanNode): readonly string[] {
  const { 'Node Type': type, 'Index Name': index, 'Relation Name': table } = node;
  if (index !== undefined) return [type === 'Index Only Scan' ? `${index} (index only)` : index];
  return type === 'Seq Scan' && table !== undefined ? [`**all of ${table}**`] : [];
}
