-- Who decided, and on trial would have voted.
create or replace function keep_votes(made jsonb) returns void
language plpgsql as $$
begin
  insert into rule_votes (at, rule, outcome, shadow)
  select (d ->> 'at')::bigint, v.rule, v.outcome, v.shadow
  from jsonb_array_elements(made) as given (d) cross join lateral (
    select rule, d ->> 'outcome', false from jsonb_array_elements_text(d -> 'rules') as rules (rule)
    union
    select vote ->> 'rule', vote ->> 'outcome', true
    from jsonb_array_elements(d -> 'shadow') as votes (vote)
  ) v (rule, outcome, shadow);
end $$;
