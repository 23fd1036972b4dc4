-- The texts of a JSON list, as an array whose elements the planner counts.
create or replace function texts(list jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(text), '{}') from jsonb_array_elements_text(list) as given (text)
$$;
