-- The first rewards that were released to somebody are found without reading all of them.
create index rewards_released_to on rewards (beneficiary_id, programme_id, released_at)
  where released_at is not null;
drop index rewards_to;
