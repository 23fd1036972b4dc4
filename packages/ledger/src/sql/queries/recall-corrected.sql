-- Calls for another screening of what was decided upon something that is told otherwise, or of which nothing had been told; the
-- caller has locked the rewards.
-- Params: reward_ids text[], referral_ids text[], link_ids text[], order_ids text[], account_ids text[], last_event text, told_at bigint
select recall_corrected($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6, $7::bigint)
