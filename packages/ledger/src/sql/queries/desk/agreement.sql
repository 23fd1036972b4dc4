-- How often two different people gave a case each pair of labels, the earlier first.
-- Params: from bigint, to bigint
select earlier.body ->> 'label' as first, later.body ->> 'label' as second, count(*)::integer as count
from conclusions earlier join conclusions later using (case_id)
where earlier.status in ('final', 'opinion') and later.status in ('final', 'opinion')
  and earlier.at >= $1::bigint and later.at < $2::bigint
  and later.at >= $1::bigint and earlier.at < $2::bigint
  and (earlier.at, earlier.command_id) < (later.at, later.command_id)
  and earlier.body ->> 'by' <> later.body ->> 'by'
group by 1, 2
order by (earlier.body ->> 'label') collate "C", (later.body ->> 'label') collate "C"
