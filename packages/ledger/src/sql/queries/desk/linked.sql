-- Other cases of a case's order or people, those that are not closed first, then the last opened.
-- Each account in each part walks its index no further than the limit.
-- Params: case_id text, limit integer
with this as (select * from cases where case_id = $1),
accounts as (
  select referrer_id as id from this where referrer_id is not null
  union select referee_id from this where referee_id is not null
  union select beneficiary_id from this
),
found as (
  select as_referrer.* from accounts cross join lateral (
    select case_id, opened_at, state = 'closed' as closed from cases
    where referrer_id = accounts.id and case_id <> $1
    order by state = 'closed', opened_at desc, case_id limit $2::integer) as_referrer
  union select as_referee.* from accounts cross join lateral (
    select case_id, opened_at, state = 'closed' from cases
    where referee_id = accounts.id and case_id <> $1
    order by state = 'closed', opened_at desc, case_id limit $2::integer) as_referee
  union select as_beneficiary.* from accounts cross join lateral (
    select case_id, opened_at, state = 'closed' from cases
    where beneficiary_id = accounts.id and case_id <> $1
    order by state = 'closed', opened_at desc, case_id limit $2::integer) as_beneficiary
  union select of_order.* from this cross join lateral (
    select case_id, opened_at, state = 'closed' from cases
    where order_id = this.order_id and case_id <> $1
    order by state = 'closed', opened_at desc, case_id limit $2::integer) of_order
),
nearest as (select * from found order by closed, opened_at desc, case_id limit $2::integer)
select cases.body as held from nearest join cases using (case_id)
order by nearest.closed, nearest.opened_at desc, case_id
