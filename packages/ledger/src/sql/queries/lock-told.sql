-- Locks every reward that what is told may touch.
-- Params: reward_ids text[], order_ids text[], referral_ids text[], referee_ids text[], account_ids text[]
select lock_told($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
