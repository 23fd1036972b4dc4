-- Tells the open cases of some rewards what they are about now; the caller has locked the rewards.
-- Params: reward_ids text[]
select restate_cases($1::text[])
