-- How much there is.
select coalesce((select max(seq) from events), 0) as events, (select count(*) from accounts) as accounts
