-- What statistics count, kept by day and by what does not stand, so that no page counts everything in its period.

-- Days since the epoch, as everywhere. Whatever touches a day only in part is counted row by row.
create table conclusion_days (
  day integer not null,
  by text collate "C" not null,
  status text collate "C" not null,
  outcome text collate "C",
  label text collate "C",
  seen boolean,
  count bigint not null,
  unique nulls not distinct (day, by, status, outcome, label, seen)
);

create view conclusions_told as
  select command_id, at, floor(at / 86400000.0)::integer as day, (body ->> 'by') collate "C" as by, status,
    (body ->> 'outcome') collate "C" as outcome, (body ->> 'label') collate "C" as label,
    (body -> 'scoreVisible')::boolean as seen
  from conclusions;

-- The same of the labels each rule's cases were given.
create table rule_label_days (
  day integer not null,
  rule text collate "C" not null,
  label text collate "C",
  seen boolean,
  count bigint not null,
  unique nulls not distinct (day, rule, label, seen)
);

-- Adds conclusions to their days, or takes them from there.
create function count_conclusions(bodies jsonb[], more integer) returns void
language plpgsql as $$
begin
  insert into conclusion_days
    select floor((body ->> 'at')::bigint / 86400000.0)::integer, body ->> 'by', body ->> 'status',
      body ->> 'outcome', body ->> 'label', (body -> 'scoreVisible')::boolean, more * count(*)
    from unnest(bodies) as given (body) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (day, by, status, outcome, label, seen)
    do update set count = conclusion_days.count + excluded.count;
  insert into rule_label_days
    select floor((body ->> 'at')::bigint / 86400000.0)::integer, rule, body ->> 'label',
      (body -> 'scoreVisible')::boolean, more * count(*)
    from unnest(bodies) as given (body) cross join lateral (
      select distinct rule from jsonb_array_elements_text(body -> 'rules') as rules (rule)) rules
    where body ->> 'status' in ('final', 'opinion')
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (day, rule, label, seen)
    do update set count = rule_label_days.count + excluded.count;
end $$;

select count_conclusions(array(select body from conclusions), 1);

-- Labels that two different people gave one case, the earlier first.
create table label_pairs (
  case_id text collate "C" not null,
  first_at bigint not null,
  second_at bigint not null,
  first text collate "C",
  second text collate "C"
);
create index label_pairs_on on label_pairs (case_id);
create index label_pairs_at on label_pairs (first_at, second_at) include (first, second);

-- States anew which labels of some cases make a pair; their rewards are locked.
create function pair_labels(case_ids text[]) returns void
language plpgsql as $$
begin
  delete from label_pairs where case_id = any (case_ids);
  insert into label_pairs
    select case_id, earlier.at, later.at, earlier.body ->> 'label', later.body ->> 'label'
    from conclusions earlier join conclusions later using (case_id)
    where case_id = any (case_ids)
      and earlier.status in ('final', 'opinion') and later.status in ('final', 'opinion')
      and (earlier.at, earlier.command_id) < (later.at, later.command_id)
      and earlier.body ->> 'by' <> later.body ->> 'by';
end $$;

-- Final conclusions whose case was opened again, or that were answered otherwise since.
create table overturned (
  command_id text collate "C" primary key,
  at bigint not null,
  reopened boolean not null,
  contrary boolean not null
);
create index overturned_at on overturned (at) include (reopened, contrary);

-- States anew which final conclusions of some cases stand no more. Decisions are read only where a reward has a third: the
-- one that held and the person's own are two.
create function restate_overturned(case_ids text[]) returns void
language plpgsql as $$
begin
  if cardinality(case_ids) = 0 then
    return;
  end if;
  -- Decisions and conclusions on these rewards wait for us, or we for them: one of the two sees what the other did.
  perform 1 from rewards
    where reward_id in (select reward_id from cases where case_id = any (case_ids))
    order by reward_id for no key update;
  with fresh as materialized (
    select c.command_id, c.at,
      held.body #>> '{conclusion,commandId}' is distinct from c.command_id as reopened,
      case
        when (select count(*) from (
          select from decisions n where n.reward_id = held.reward_id limit 3) three) < 3 then false
        else exists (
          select from decisions d
          where d.reward_id = held.reward_id
            and d.seq > (select h.seq from decisions h where h.decision_id = c.body ->> 'decisionId')
            and d.decision ->> 'outcome' = case c.body ->> 'outcome' when 'block' then 'release' else 'block' end
            and d.decision ->> 'stage' <> 'review'
            and not exists (
              select from json_array_elements_text(d.decision -> 'determiningRules') as given (rule)
              where rule like 'terms/%'))
        end
      or exists (
        select from conclusions later
        where later.case_id = c.case_id and later.status = 'final'
          and (later.at, later.command_id) > (c.at, c.command_id)
          and later.body ->> 'outcome' <> c.body ->> 'outcome') as contrary
    from conclusions c join cases held using (case_id)
    where c.case_id = any (case_ids) and c.status = 'final'
  ), gone as (
    delete from overturned o using conclusions c
    where c.case_id = any (case_ids) and o.command_id = c.command_id
      and not exists (
        select from fresh f where f.command_id = o.command_id and (f.reopened or f.contrary))
  )
  insert into overturned select command_id, at, reopened, contrary from fresh
    where reopened or contrary order by command_id
  on conflict (command_id) do update
    set at = excluded.at, reopened = excluded.reopened, contrary = excluded.contrary;
end $$;

create function conclusions_made() returns trigger
language plpgsql as $$
declare
  case_ids text[] := array(select distinct case_id from made);
begin
  perform restate_overturned(case_ids);
  perform pair_labels(case_ids);
  perform count_conclusions(array(select body from made), 1);
  return null;
end $$;
create trigger conclusions_made after insert on conclusions
  referencing new table as made for each statement execute function conclusions_made();

create function conclusions_changed() returns trigger
language plpgsql as $$
declare
  case_ids text[] := array(select distinct case_id from made);
begin
  perform restate_overturned(case_ids);
  perform pair_labels(case_ids);
  perform count_conclusions(array(select body from before), -1);
  perform count_conclusions(array(select body from made), 1);
  return null;
end $$;
create trigger conclusions_changed after update on conclusions
  referencing old table as before new table as made for each statement execute function conclusions_changed();

create function case_overturns() returns trigger
language plpgsql as $$
begin
  perform restate_overturned(array[new.case_id]);
  return null;
end $$;
create trigger cases_overturn after update of body on cases for each row
  when (old.body #>> '{conclusion,commandId}' is distinct from new.body #>> '{conclusion,commandId}')
  execute function case_overturns();

create function decisions_overturn() returns trigger
language plpgsql as $$
begin
  perform restate_overturned(array(
    select case_id from cases
    where reward_id in (select reward_id from made) and exists (
      select from conclusions c where c.case_id = cases.case_id and c.status = 'final')));
  return null;
end $$;
create trigger decisions_overturn after insert on decisions
  referencing new table as made for each statement execute function decisions_overturn();

select restate_overturned(array(select distinct case_id from conclusions)), pair_labels(array(select distinct case_id from conclusions));

-- How often each rule decided, or on trial would have voted. In slots, for every commit adds to the rules of today.
create table rule_vote_days (
  day integer not null,
  rule text collate "C" not null,
  outcome text collate "C" not null,
  shadow boolean not null,
  slot integer not null,
  count bigint not null,
  primary key (day, rule, outcome, shadow, slot)
);

insert into rule_vote_days
  select floor(at / 86400000.0)::integer, rule, outcome, shadow, 0, count(*)
  from rule_votes group by 1, 2, 3, 4;

create function count_votes() returns trigger
language plpgsql as $$
begin
  insert into rule_vote_days
    select floor(at / 86400000.0)::integer, rule, outcome, shadow, pg_backend_pid() % 16, count(*)
    from made group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (day, rule, outcome, shadow, slot)
    do update set count = rule_vote_days.count + excluded.count;
  return null;
end $$;
create trigger rule_votes_count after insert on rule_votes
  referencing new table as made for each statement execute function count_votes();
