-- What people made of closed cases of a case's programme that the same rules held: how many of each, and the last few.
-- Params: case_id text, limit integer, furthest count integer
select
  (select count(*)::integer from (
    select from cases where state = 'closed' and programme_id = this.programme_id
      and md5(body ->> 'rules') = md5(this.body ->> 'rules') and body ->> 'outcome' = 'release'
      and case_id <> $1 limit $3::integer) released) as released,
  (select count(*)::integer from (
    select from cases where state = 'closed' and programme_id = this.programme_id
      and md5(body ->> 'rules') = md5(this.body ->> 'rules') and body ->> 'outcome' = 'block'
      and case_id <> $1 limit $3::integer) blocked) as blocked,
  (select coalesce(jsonb_agg(held order by closed_at desc, case_id), '[]') from (
    select held, closed_at, case_id from (values ('release'), ('block')) as wanted (outcome)
    cross join lateral (
      select body as held, (body ->> 'closedAt')::bigint as closed_at, case_id from cases
      where state = 'closed' and programme_id = this.programme_id
        and md5(body ->> 'rules') = md5(this.body ->> 'rules') and body ->> 'outcome' = wanted.outcome
        and case_id <> $1
      order by (body ->> 'closedAt')::bigint desc, case_id limit $2::integer) of_outcome
    order by closed_at desc, case_id limit $2::integer) latest) as latest
from cases this where this.case_id = $1
