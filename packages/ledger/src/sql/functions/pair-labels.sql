-- States anew which labels of some cases make a pair; their rewards are locked.
create or replace function pair_labels(case_ids text[]) returns void
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
