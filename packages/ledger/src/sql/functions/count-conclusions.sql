-- Adds conclusions to their days, or takes them from there.
create or replace function count_conclusions(bodies jsonb[], more integer) returns void
language plpgsql as $$
begin
  insert into conclusion_days
    select floor((body ->> 'at')::bigint / 86400000.0)::integer, body ->> 'by', body ->> 'status',
      body ->> 'outcome', body ->> 'label', (body -> 'scoreVisible')::boolean, more * count(*)
    from unnest(bodies) as given (body) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (day, by, status, outcome, label, seen)
    do update set count = conclusion_days.count + excluded.count;
  insert into rule_label_days
    select floor((body ->> 'at')::bigint / 86400000.0)::integer, rule, body ->> 'label',
      (body -> 'scoreVisible')::boolean, more * count(*)
    from unnest(bodies) as given (body) cross join lateral (
      select distinct rule from jsonb_array_elements_text(body -> 'rules') as rules (rule)) rules
    where body ->> 'status' in ('final', 'opinion')
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (day, rule, label, seen)
    do update set count = rule_label_days.count + excluded.count;
end $$;
