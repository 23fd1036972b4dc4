-- How far the log went when what is said of an account's maturity and abuse last changed: the graph keeps that with every
-- value the account ever showed. Of those that changed before this, nobody knows.
alter table memberships add column restated bigint;
