-- Takes every lock that keeping decisions needs, whatever order they come in.
-- Params: writes jsonb
select lock_decided($1::jsonb)
