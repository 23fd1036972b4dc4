-- Trigger of `rule_votes`: they are counted by day, in slots, so that not everybody waits for one row.
create or replace function count_votes() returns trigger
language plpgsql as $$
begin
  insert into rule_vote_days
    select floor(at / 86400000.0)::integer, rule, outcome, shadow, pg_backend_pid() % 16, count(*)
    from made group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (day, rule, outcome, shadow, slot)
    do update set count = rule_vote_days.count + excluded.count;
  return null;
end $$;
