-- Whether accounts are known, and whether they were erased; both once at most.
-- Params: account_ids text[]
select id as account_id,
  exists (select from accounts where account_id = id and erased) as erased,
  exists (select from accounts where account_id = id)
    or exists (select from events where account_id = id)
    or exists (select from referrals where referrer_id = id)
    or exists (select from referrals where referee_id = id)
    or exists (select from rewards where beneficiary_id = id) as known
from unnest($1::text[]) as given (id)
