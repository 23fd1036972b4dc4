-- Everything the screening of some rewards reads, one row per known reward.
-- Of sealed profiles come the first bytes, as many as asked for.
-- Params: reward_ids text[], as_of bigint, profile_bytes integer
with wanted as materialized (
  select w.reward_id, w.state as reward, w.programme_id, w.beneficiary_id, w.order_id, w.released_at,
    case when w.state ->> 'side' = 'referee' then 'referee' else 'referrer' end as side,
    f.referral_id, f.state as referral, f.referrer_id, f.referee_id, f.code,
    f.programme_id as referral_programme_id, f.at as referred_at, f.first_event,
    o.state as "order", o.payment, o.currency, (o.state ->> 'createdAt')::bigint as ordered_at
  from rewards w
  left join referrals f using (referral_id)
  left join orders o using (order_id)
  where w.reward_id = any ($1::text[]) and w.state is not null
), low as materialized (
  select currency, minor
  from (select distinct currency from wanted where currency is not null) c
  cross join lateral (
    select percentile_disc(0.15) within group (order by minor) as minor
    from (
      select minor from orders
      where orders.currency = c.currency and confirmed_at <= $2::bigint
      order by confirmed_at desc, order_id desc limit 500
    ) latest
    having count(*) >= 50
  ) sample
),
-- Once for each beneficiary and referrer, however many of the rewards are theirs; what is the reward's own is taken out below.
tallies as materialized (
  select b.beneficiary_id, b.programme_id, t.*,
    array(
      select released_at from rewards r
      where r.beneficiary_id = b.beneficiary_id and r.programme_id = b.programme_id
        and released_at is not null
      order by released_at limit 2
    ) as firsts,
    (
      select jsonb_agg(by_currency) from (
        select r.state -> 'amount' ->> 'currency' as currency,
          sum((r.state -> 'amount' ->> 'minor')::bigint) as minor, count(*) as rewards
        from rewards r
        where r.beneficiary_id = b.beneficiary_id and r.programme_id = b.programme_id
          and r.released_at > $2::bigint - 31536000000
        group by 1
      ) by_currency
    ) as sums
  from (select distinct beneficiary_id, programme_id from wanted) b
  cross join lateral (
    select count(*) as lifetime,
      count(*) filter (where released_at > $2::bigint - 2592000000) as last30d
    from rewards r
    where r.beneficiary_id = b.beneficiary_id and r.programme_id = b.programme_id
      and released_at is not null
  ) t
),
-- One object by referrer: a list of all of theirs would be read from end to end for each reward.
brought as materialized (
  select jsonb_object_agg(referrer_id, referees) as by_referrer
  from (select distinct referrer_id from wanted where referrer_id is not null) w
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object('refereeId', referee_id, 'outcome', jsonb_build_object(
        'firstCompletedAt', completed[1], 'secondCompletedAt', completed[2]))
      order by completed[1] desc, referee_id) as referees
    from (
      select referee_id, completed
      from (
        select distinct referee_id from referrals where referrals.referrer_id = w.referrer_id
      ) r
      cross join lateral (
        select array_agg(completed_at) as completed
        from (
          select completed_at from orders
          where orders.account_id = r.referee_id and completed_at <= $2::bigint
          order by completed_at limit 2
        ) two
      ) c
      where completed is not null
      -- One more than is told: the pair's own referee is none of them.
      order by completed[1] desc, referee_id limit 513
    ) latest
  ) told
  where referees is not null
), population as materialized (
  select (
    (select coalesce(sum(net), 0) from population_days where day < today)
    + (select count(*) from memberships
        where matured_at >= today * 86400000::bigint and matured_at <= $2::bigint)
    - (select count(*) from memberships
        where left_at >= today * 86400000::bigint and left_at <= $2::bigint)
  ) as accounts, (select coalesce(max(seq), 0) from events) as reached
  from (select floor($2::bigint / 86400000.0)::integer as today) d
)
select w.reward_id, w.payment,
  substring(referrer.profile from 1 for $3::integer) as referrer,
  substring(referee.profile from 1 for $3::integer) as referee,
  previous.decision as previous,
  jsonb_build_object(
    'reward', w.reward, 'referral', w.referral, 'order', w."order",
    'tally', jsonb_build_object(
      'lifetime', t.lifetime, 'last30d', t.last30d, 'last365d', t.last365d, 'firstAt', t.first_at),
    'claim', claim.claim,
    'earlierReferral', earlier.state,
    'codeUsedBy', code_user.referrer_id,
    'refereeEarlierOrders', orders_before.orders,
    'refereeOutcomes', outcomes.outcomes,
    'lowOrderMinor', low.minor,
    'population', population.accounts,
    'allowance', allowance.allowance,
    'underReview', held.open,
    'pendingBlock', held.reason,
    'reached', population.reached
  ) as record
from wanted w
cross join population
left join low using (currency)
left join accounts referrer on referrer.account_id = w.referrer_id
left join accounts referee on referee.account_id = w.referee_id
cross join lateral (
  select lifetime - (w.released_at is not null)::integer as lifetime,
    last30d - coalesce(w.released_at > $2::bigint - 2592000000, false)::integer as last30d,
    case when firsts[1] = w.released_at then firsts[2] else firsts[1] end as first_at,
    (
      select coalesce(jsonb_agg(jsonb_build_object(
          -- As far as a number holds it exactly: beyond 2^53 - 1 it counts as that.
          'minor', least(sums.minor - own.minor, 9007199254740991), 'currency', sums.currency)
        order by sums.currency collate "C"), '[]')
      from jsonb_to_recordset(tallies.sums) as sums (currency text, minor numeric, rewards bigint)
      cross join lateral (
        select coalesce(w.released_at > $2::bigint - 31536000000
          and w.reward -> 'amount' ->> 'currency' = sums.currency, false) as is_in
      ) counted
      cross join lateral (
        select case when is_in then (w.reward -> 'amount' ->> 'minor')::bigint else 0 end as minor
      ) own
      where sums.rewards > is_in::integer
    ) as last365d
  from tallies
  where tallies.beneficiary_id = w.beneficiary_id and tallies.programme_id = w.programme_id
) t
left join lateral (
  select jsonb_build_object(
    'orderId', c.order_id, 'side', c.side, 'rewardId', c.reward_id, 'at', c.at) as claim
  from claims c where c.order_id = w.order_id and c.side = w.side
) claim on true
left join lateral (
  select state from referrals other
  where other.referee_id = w.referee_id and other.programme_id = w.referral_programme_id
    and (other.at, other.first_event) < (w.referred_at, w.first_event)
  order by at, first_event limit 1
) earlier on true
left join lateral (
  select referrer_id from referrals other
  where other.programme_id = w.referral_programme_id and other.code = w.code
    and other.referrer_id <> w.referrer_id
    and (other.at, other.first_event) < (w.referred_at, w.first_event)
  order by at, first_event limit 1
) code_user on true
cross join lateral (
  select count(*) as orders from orders o
  where o.account_id = w.referee_id and o.completed_at < w.ordered_at
) orders_before
cross join lateral (
  select coalesce(jsonb_agg(told -> 'outcome' order by place), '[]') as outcomes
  from (
    select told, place
    from jsonb_array_elements((select by_referrer from brought) -> w.referrer_id)
      with ordinality as referees (told, place)
    where told ->> 'refereeId' <> w.referee_id
    order by place limit 512
  ) latest
) outcomes
left join lateral (
  select jsonb_build_object(
    'allowanceId', allowance_id, 'referrerId', a.referrer_id, 'refereeId', a.referee_id,
    'owner', owner, 'reason', reason, 'expiresAt', expires_at) as allowance
  from allowances a
  where a.referrer_id = w.referrer_id and a.referee_id = w.referee_id
    and expires_at > $2::bigint and ended_at is null
  order by expires_at desc, allowance_id limit 1
) allowance on true
left join lateral (
  select true as open,
    case when body #>> '{conclusion,outcome}' = 'block' then body #>> '{conclusion,reason}' end as reason
  from cases c
  where c.reward_id = w.reward_id and c.state <> 'closed'
) held on true
left join lateral (
  select decision from decisions d where d.reward_id = w.reward_id order by seq desc limit 1
) previous on true
