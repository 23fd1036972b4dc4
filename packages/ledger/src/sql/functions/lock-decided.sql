-- Takes every lock that keeping decisions needs, whatever order they come in.
-- In: writes: [{rewardId, claim?: {orderId, side}, upon?: {room?}}]
create or replace function lock_decided(writes jsonb) returns void
language plpgsql as $$
declare
  slot record;
begin
  -- In the order of ids, as every writer of rewards locks them.
  perform 1 from rewards
    where reward_id = any (array(select w ->> 'rewardId' from jsonb_array_elements(writes) as given (w)))
    order by reward_id for update;

  -- Releases to one beneficiary take turns, so that each sees those before it; so do decisions about one side of an order.
  -- Of few locks, in one order, after the rewards' and before the claims themselves: the lock table stays small.
  for slot in
    select distinct hashtext('doubletake.releases') as kind,
      hashtext(r.beneficiary_id || ' ' || r.programme_id) & 255 as place
    from jsonb_array_elements(writes) as given (w)
    join rewards r on r.reward_id = w ->> 'rewardId'
    where w -> 'upon' -> 'room' is not null
    union
    select hashtext('doubletake.claims'),
      hashtext((w #>> '{claim,orderId}') || ' ' || (w #>> '{claim,side}')) & 4095
    from jsonb_array_elements(writes) as given (w)
    where w -> 'claim' is not null
    order by kind, place
  loop
    perform pg_advisory_xact_lock(slot.kind, slot.place);
  end loop;
end $$;
