-- How much there is.
select coalesce((select max(seq) from events), 0) as "end", (select count(*) from accounts) as accounts
