-- Lets go of the evidence of some decisions made before an instant, the oldest first; gives how many. A case that waits
-- for a person keeps what they need. With the rights of the tables' owner, for who may only add to the past may let go of
-- what is past its time too: 24 months (730 days) by the database's own clock, whatever the caller's says.
create or replace function expire_decisions(before bigint, at_most integer) returns integer
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
