import type { Database } from '@doubletake/ledger';

/**
 * Rewards with their decisions: a quarter was held and answered by a later screening, one in EVERY (16 where nothing else is
 * said) is still held, the rest was paid. So 16 rewards make 20 decisions and one open case.
 */
const FILL = `
  insert into rewards (reward_id, state, span)
  select 'r' || n, jsonb_build_object('rewardId', 'r' || n, 'programmeId', 'p' || n % 5,
    'referralId', 'f' || n, 'orderId', 'o' || n, 'beneficiaryId', 'a' || n % ACCOUNTS,
    'side', 'referrer', 'channel', 'referral', 'kind', 'cash', 'accruedAt', n,
    'amount', jsonb_build_object('minor', 500 + n::bigint * 7919 % 9500, 'currency', 'EUR')), '{}'
  from generate_series(1, REWARDS) n;

  insert into referrals (referral_id, state, span)
  select 'f' || n, jsonb_build_object('referralId', 'f' || n, 'programmeId', 'p' || n % 5,
    'referrerId', 'a' || n % ACCOUNTS, 'refereeId', 'b' || n, 'at', n), '{"first": "e"}'
  from generate_series(1, REWARDS) n;

  insert into decisions (decision_id, reward_id, trigger, stage, action, at, decision)
  select 'd' || n || '-' || k, 'r' || n, 't' || k, 'due', action, made_at, json_build_object(
    'decisionId', 'd' || n || '-' || k, 'rewardId', 'r' || n,
    'programmeId', case when n % 5000 = 1 then 'rare' else 'p' || n % 5 end,
    'stage', 'due', 'at', made_at,
    'outcome', 'hold', 'action', action, 'score', n * 31 % 1000 / 10.0, 'probability', 0.5,
    'reasons', json_build_array(json_build_object('code', case
        when n % 5000 = 1 then 'RARE' when n % 3 = 0 then 'BURST' else 'SHARED_DEVICE' end,
      'rule', 'pack/rule' || n % 7, 'text', repeat('x', 80), 'customerText', repeat('y', 80))),
    'determiningRules', json_build_array('pack/rule' || n % 7),
    'contributions', json_build_array(repeat('z', 400)), 'facts', json_build_object('now', n))
  from generate_series(1, REWARDS) n cross join lateral (
    select 1 as k, case when n % 4 = 0 or n % EVERY = 1 then 'review' else 'pay' end as action
    union all select 2, 'void' where n % 4 = 0) decided
  cross join lateral (select 1700000000000 + n::bigint * 7000 % 86400000000 as made_at) made
  order by n, k;

  insert into cases (case_id, body)
  select d.decision_id, jsonb_build_object(
    'caseId', d.decision_id, 'rewardId', d.reward_id, 'programmeId', d.decision ->> 'programmeId',
    'referrerId', f.referrer_id, 'refereeId', f.referee_id, 'beneficiaryId', r.beneficiary_id,
    'orderId', r.order_id, 'amount', r.state -> 'amount', 'decisionId', d.decision_id,
    'score', d.decision -> 'score', 'rules', d.decision -> 'determiningRules',
    'reasons', jsonb_build_array(d.decision #>> '{reasons,0,code}'),
    'openedAt', d.at, 'refreshedAt', d.at, 'dueAt', d.at + 172800000,
    'leases', 0, 'skippedBy', '[]'::jsonb)
    || case when after.at is null then '{"state": "open"}'
      else jsonb_build_object('state', 'closed', 'closedAt', after.at, 'outcome', 'overtaken') end
  from decisions d join rewards r using (reward_id) join referrals f using (referral_id)
  left join lateral (
    select last.at from decisions last
    where last.reward_id = d.reward_id and last.seq > d.seq) after on true
  where d.action = 'review';

  insert into rule_votes (at, rule, outcome, shadow)
  select at, rule, decision ->> 'outcome', false
  from decisions cross join lateral json_array_elements_text(decision -> 'determiningRules') as given (rule);`;

/** Fills a migrated database with this many open cases, and 1.25 times `every` as many decisions; `every` divides by 4. */
export async function fill(db: Database, open: number, every = 16): Promise<void> {
  const rewards = open * every;
  const accounts = Math.ceil(rewards / 8);
  const script = FILL.replaceAll('REWARDS', String(rewards))
    .replaceAll('ACCOUNTS', String(accounts))
    .replaceAll('EVERY', String(every));
  // What the triggers would do a row at a time is done at once above.
  await db.transaction((tx) =>
    tx.script(`set local session_replication_role = replica; ${script}`),
  );
  await db.query({ name: '', text: 'vacuum analyze' }, []);
}
