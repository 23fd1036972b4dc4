-- A pair exception can end before its time: by hand, or with a person's block of a reward of the pair.
alter table allowances add column ended_at bigint;
