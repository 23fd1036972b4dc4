-- How often two different people gave a case each pair of labels, the earlier first.
-- Params: from bigint, to bigint
select first, second, count(*)::integer as count from label_pairs
where first_at >= $1::bigint and first_at < $2::bigint and second_at >= $1::bigint and second_at < $2::bigint
group by 1, 2
order by 1, 2
