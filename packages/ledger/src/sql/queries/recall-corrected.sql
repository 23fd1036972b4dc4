-- Calls for another screening of what was decided upon something that is told otherwise; the caller has locked the rewards.
-- Params: reward_ids text[], referral_ids text[], first_ids text[], last_event text, told_at bigint
select recall_corrected($1::text[], $2::text[], $3::text[], $4, $5::bigint)
