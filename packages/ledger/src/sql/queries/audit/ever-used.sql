-- Whether a key may have been one of the trail's: where none of them was ever kept, any may.
-- Params: kid text
select not exists (select from key_checks where key_id like 'audit %')
  or exists (select from key_checks where key_id = 'audit ' || $1::text) as used
