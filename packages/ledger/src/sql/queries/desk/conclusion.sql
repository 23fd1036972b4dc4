-- What a command concluded.
-- Params: command_id text
select body as conclusion from conclusions where command_id = $1
