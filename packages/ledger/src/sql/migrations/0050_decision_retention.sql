-- What a decision was made from goes 24 months after it was made; what was decided, why and by whom stays.

alter table decisions add column expired boolean not null default false;
create index decisions_past on decisions (at, seq) where not expired;

-- A decision without its evidence and facts. What a person decided stands from one decision to the next by its facts.
create function without_evidence(decision json) returns json
language sql immutable parallel safe as $$
  select json_object_agg(key, case
      when key in ('contributions', 'counterfactuals') then '[]'
      when key = 'facts' then (
        select coalesce(json_object_agg(fact, stated), '{}')
        from json_each(value) as facts (fact, stated) where fact like 'review.%')
      else value
    end order by place)
  from (
    select key, value, place from json_each(decision) with ordinality as given (key, value, place)
    union all
    select 'evidenceExpired', 'true', 1000000
  ) parts
$$;

-- Lets go of the evidence of some decisions made before an instant, the oldest first; gives how many. A case that waits
-- for a person keeps what they need. With the rights of the tables' owner, for who may only add to the past may let go of
-- what is past its time too: 24 months (730 days) by the database's own clock, whatever the caller's says.
create function expire_decisions(before bigint, at_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  with past as (
    select d.seq from decisions d
    where not d.expired
      and d.at < least(before, (extract(epoch from now()) * 1000)::bigint - 63072000000)
      and not exists (
        select from cases c where c.reward_id = d.reward_id and c.state <> 'closed')
    order by d.at, d.seq
    limit at_most
    for update of d
  )
  update decisions set decision = without_evidence(decision), expired = true
  from past where past.seq = decisions.seq;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function expire_decisions from public;
