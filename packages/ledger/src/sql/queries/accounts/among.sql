-- Referrals between any two of some accounts, the earliest first.
-- Params: account_ids text[], at most bigint
select state from referrals
where referrer_id = any ($1::text[]) and referee_id = any ($1::text[])
order by at, referral_id
limit $2
