-- Every version of a note, locked: two edits follow each other.
-- Params: note_id text
select note_id, version, kind, subject_id, author, at, sealed from notes where note_id = $1
order by version for update
