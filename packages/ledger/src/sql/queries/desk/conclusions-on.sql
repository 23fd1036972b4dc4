-- Everything concluded about a case, in the order it was.
-- Params: case_id text
select body as conclusion from conclusions where case_id = $1 order by at, command_id
