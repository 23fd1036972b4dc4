-- Cases around a case: of the same people, those not closed first, then the last opened; and closed ones alike.

drop index cases_of_referrer, cases_of_referee, cases_of_beneficiary;
create index cases_of_referrer on cases (referrer_id, (state = 'closed'), opened_at desc, case_id)
  where referrer_id is not null;
create index cases_of_referee on cases (referee_id, (state = 'closed'), opened_at desc, case_id)
  where referee_id is not null;
create index cases_of_beneficiary on cases (beneficiary_id, (state = 'closed'), opened_at desc, case_id);

-- The rules by their hash: a list of any length fits an index.
create index cases_alike on cases (
  programme_id, md5(body ->> 'rules'), (body ->> 'outcome'), ((body ->> 'closedAt')::bigint) desc, case_id)
  where state = 'closed';
