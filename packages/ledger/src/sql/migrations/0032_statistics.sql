-- What statistics read, so that no page reads whole decisions.

alter table cases
  add column closed_at bigint generated always as ((body ->> 'closedAt')::bigint) stored,
  add column outcome text collate "C" generated always as (body ->> 'outcome') stored;
create index cases_closed on cases (closed_at) include (opened_at, outcome) where closed_at is not null;
create index conclusions_given on conclusions (at);

-- Who decided, and on trial would have voted: one row for each rule of a decision.
create table rule_votes (
  at bigint not null,
  rule text collate "C" not null,
  outcome text collate "C" not null,
  shadow boolean not null
);
create index rule_votes_at on rule_votes (at) include (rule, outcome, shadow);

create function votes_in(decision json)
returns table (at bigint, rule text, outcome text, shadow boolean)
language sql immutable parallel safe as $$
  select (decision ->> 'at')::bigint, rule, decision ->> 'outcome', false
  from json_array_elements_text(decision -> 'determiningRules') as given (rule)
  union
  select (decision ->> 'at')::bigint, vote ->> 'rule', vote ->> 'outcome', true
  from json_array_elements(decision -> 'shadow') as given (vote)
$$;

insert into rule_votes select v.* from decisions d cross join lateral votes_in(d.decision) v;

create function keep_votes() returns trigger
language plpgsql as $$
begin
  insert into rule_votes select * from votes_in(new.decision);
  return null;
end $$;
create trigger decisions_keep_votes after insert on decisions
  for each row execute function keep_votes();
