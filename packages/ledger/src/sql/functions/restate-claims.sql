-- States anew who holds some sides of orders. Called after every lock on rewards was taken: whoever keeps decisions has those
-- of its own before it comes to a claim.
create or replace function restate_claims(order_ids text[], sides text[]) returns void
language plpgsql as $$
begin
  if not exists (select from moved_claims(order_ids, sides)) then
    return;
  end if;
  lock table claims in share row exclusive mode;
  delete from claims c using moved_claims(order_ids, sides) m
    where c.order_id = m.order_id and c.side = m.side and m.reward_id is null;
  insert into claims (order_id, side, reward_id, at)
    select order_id, side, reward_id, at from moved_claims(order_ids, sides)
    where reward_id is not null
  on conflict (order_id, side) do update set reward_id = excluded.reward_id, at = excluded.at;
end $$;
