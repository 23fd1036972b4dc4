-- What somebody has in hand, or had last: counted beside the queue on every page of it.
create index cases_leased_by on cases (leased_by, due_at) where leased_by is not null;
