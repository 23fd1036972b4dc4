-- Held decisions that wait for a person, what people concluded, and what they wrote down.

-- The texts of a JSON list, as an array whose elements the planner counts.
create function texts(list jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(text), '{}') from jsonb_array_elements_text(list) as given (text)
$$;

create table cases (
  -- The id of the decision that opened it.
  case_id text collate "C" primary key,
  body jsonb not null,
  reward_id text collate "C" not null generated always as (body ->> 'rewardId') stored,
  programme_id text collate "C" not null generated always as (body ->> 'programmeId') stored,
  referrer_id text collate "C" generated always as (body ->> 'referrerId') stored,
  referee_id text collate "C" generated always as (body ->> 'refereeId') stored,
  beneficiary_id text collate "C" not null generated always as (body ->> 'beneficiaryId') stored,
  order_id text collate "C" generated always as (body ->> 'orderId') stored,
  state text collate "C" not null generated always as (body ->> 'state') stored,
  due_at bigint not null generated always as ((body ->> 'dueAt')::bigint) stored,
  opened_at bigint not null generated always as ((body ->> 'openedAt')::bigint) stored,
  minor bigint not null generated always as ((body #>> '{amount,minor}')::bigint) stored,
  currency text collate "C" not null generated always as (body #>> '{amount,currency}') stored,
  score double precision not null generated always as ((body ->> 'score')::double precision) stored,
  reasons text[] not null generated always as (texts(body -> 'reasons')) stored,
  rules text[] not null generated always as (texts(body -> 'rules')) stored,
  assignee text collate "C" generated always as (body ->> 'assignee') stored,
  leased_by text collate "C" generated always as (body #>> '{lease,by}') stored,
  lease_until bigint generated always as ((body #>> '{lease,until}')::bigint) stored,
  -- When time alone next changes it.
  wake_at bigint generated always as (
    case body ->> 'state'
      when 'open' then (body ->> 'dueAt')::bigint
      when 'snoozed' then (body #>> '{snooze,until}')::bigint
      when 'pending' then (body #>> '{conclusion,finalAt}')::bigint
    end
  ) stored
);
-- One case a reward that is not closed.
create unique index cases_not_closed on cases (reward_id) where state <> 'closed';
-- A page in each order, whatever the state; the first also counts a state without looking at a row.
create index cases_by_due on cases (state, due_at, case_id);
create index cases_by_opened on cases (state, opened_at, case_id);
create index cases_by_amount on cases (state, minor, case_id);
create index cases_by_score on cases (state, score, case_id);
create index cases_of_programme on cases (state, programme_id, due_at, case_id);
create index cases_to_take on cases (due_at, case_id) where state in ('open', 'escalated');
create index cases_of_assignee on cases (assignee, due_at) where assignee is not null;
create index cases_of_referrer on cases (referrer_id) where referrer_id is not null;
create index cases_of_referee on cases (referee_id) where referee_id is not null;
create index cases_of_beneficiary on cases (beneficiary_id);
create index cases_of_reward on cases (reward_id);
create index cases_of_order on cases (order_id) where order_id is not null;
create index cases_waking on cases (wake_at, case_id) where wake_at is not null;
create index cases_by_reason on cases using gin (reasons)
  where state <> 'closed';
create index cases_by_rule on cases using gin (rules)
  where state <> 'closed';

-- Everything concluded: labels, and the commands that gave them.
create table conclusions (
  command_id text collate "C" primary key,
  body jsonb not null,
  case_id text collate "C" not null generated always as (body ->> 'caseId') stored,
  at bigint not null generated always as ((body ->> 'at')::bigint) stored,
  status text collate "C" not null generated always as (body ->> 'status') stored
);
create index conclusions_on on conclusions (case_id, at, command_id);
create index conclusions_at on conclusions (at) where status in ('final', 'opinion');

-- Every version of every note. What it says is sealed (bytea), and gone once an account it speaks of was erased.
create table notes (
  note_id text collate "C" not null,
  version integer not null,
  kind text collate "C" not null,
  subject_id text collate "C" not null,
  author text not null,
  at bigint not null,
  sealed bytea,
  seq bigint generated always as identity,
  primary key (note_id, version)
);
create index notes_on on notes (kind, subject_id, seq) where sealed is not null;

create function forget_notes() returns trigger
language plpgsql as $$
begin
  update notes set sealed = null
  where sealed is not null and (
    (kind = 'account' and subject_id = new.account_id)
    or (kind = 'case' and subject_id in (
      select case_id from cases where referrer_id = new.account_id
      union select case_id from cases where referee_id = new.account_id
      union select case_id from cases where beneficiary_id = new.account_id)));
  return null;
end $$;
create trigger accounts_forget_notes after insert or update of erased on accounts
  for each row when (new.erased) execute function forget_notes();

-- What a decision does to its reward's case: a holding one opens or refreshes it, a person's closes it, a further
-- screening that answers overtakes it. In the transaction that keeps the decision.
create function keep_case() returns trigger
language plpgsql as $$
declare
  action text := new.decision ->> 'action';
  stage text := new.decision ->> 'stage';
  moment bigint := (new.decision ->> 'at')::bigint;
  seen jsonb;
  held jsonb;
begin
  if stage = 'review' then
    update cases
      set body = (body - '{lease,snooze}'::text[]) || jsonb_build_object(
        'state', 'closed', 'closedAt', moment, 'outcome', new.decision ->> 'outcome')
      where cases.reward_id = new.reward_id and state = 'final';
    if not found then
      raise exception using errcode = 'DTC01', message = new.reward_id;
    end if;
  elsif action = 'review' then
    seen := jsonb_build_object(
      'decisionId', new.decision_id, 'score', new.decision -> 'score', 'refreshedAt', moment,
      'rules', new.decision -> 'determiningRules',
      'reasons', (
        select coalesce(jsonb_agg(code order by first), '[]') from (
          select reason ->> 'code' as code, min(nth) as first
          from json_array_elements(new.decision -> 'reasons') with ordinality as given (reason, nth)
          group by 1) codes));
    insert into cases (case_id, body)
    select new.decision_id, seen || jsonb_strip_nulls(jsonb_build_object(
        'caseId', new.decision_id, 'rewardId', new.reward_id,
        'programmeId', new.decision ->> 'programmeId',
        'referrerId', f.referrer_id, 'refereeId', f.referee_id,
        'beneficiaryId', r.beneficiary_id, 'orderId', r.order_id, 'amount', r.state -> 'amount',
        'openedAt', moment, 'dueAt', moment + (3600000 * coalesce(
          (new.decision -> 'facts' ->> 'programme.reviewHours')::double precision, 48))::bigint,
        'state', 'open', 'leases', 0, 'skippedBy', '[]'::jsonb))
      from rewards r left join referrals f using (referral_id)
      where r.reward_id = new.reward_id
    on conflict (reward_id) where state <> 'closed' do update set body = awake(cases.body, moment) || seen;
  elsif action <> 'wait' then
    update cases
      set body = (body - '{lease,snooze}'::text[])
        || jsonb_build_object('state', 'closed', 'closedAt', moment, 'outcome', 'overtaken')
        || case when body ? 'conclusion' then jsonb_build_object(
          'conclusion', body -> 'conclusion' || '{"status": "overtaken"}') else '{}' end
      where cases.reward_id = new.reward_id and state <> 'closed'
      returning body -> 'conclusion' into held;
    if held is not null then
      update conclusions set body = held where command_id = held ->> 'commandId';
    end if;
  end if;
  return null;
end $$;

-- A snoozed case back where it came from, its promise longer by the time it slept; any other as it is.
create function awake(body jsonb, at bigint) returns jsonb
language sql immutable as $$
  select case when body ->> 'state' <> 'snoozed' then body
    else (body - 'snooze') || jsonb_build_object(
      'state', case when body ? 'escalation' then 'escalated' else 'open' end,
      'dueAt', (body ->> 'dueAt')::bigint + greatest(0,
        least(at, (body #>> '{snooze,until}')::bigint) - (body #>> '{snooze,since}')::bigint))
    end
$$;

create trigger decisions_keep_case after insert on decisions
  for each row execute function keep_case();
