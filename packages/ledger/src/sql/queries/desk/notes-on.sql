-- Every version of every note on something, in the order the notes were begun.
-- Params: kind text, subject_id text
select note_id, version, kind, subject_id, author, at, sealed,
  min(seq) over (partition by note_id) as begun
from notes where kind = $1 and subject_id = $2 and sealed is not null
order by begun, version
