-- Writes what was concluded; no row when the command id means something on another case.
-- Params: body json text
insert into conclusions (command_id, body)
select body ->> 'commandId', body from (select $1::jsonb as body) given
on conflict (command_id) do update set body = excluded.body
where conclusions.case_id = excluded.body ->> 'caseId'
returning command_id
