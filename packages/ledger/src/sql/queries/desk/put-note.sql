-- Adds a version of a note.
-- Params: note_id text, version integer, kind text, subject_id text, author text, at bigint, sealed base64 text
insert into notes (note_id, version, kind, subject_id, author, at, sealed)
values ($1, $2::integer, $3, $4, $5, $6::bigint, decode($7, 'base64'))
