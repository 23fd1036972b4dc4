-- Cases of which something concluded was undone, sent back or opened again: the quality sample takes all of them.

update cases set body = body || '{"revised": true}'
where exists (
  select from conclusions
  where conclusions.case_id = cases.case_id and status in ('undone', 'sent_back'))
or 1 < (
  select count(*) from conclusions
  where conclusions.case_id = cases.case_id and status = 'final');
