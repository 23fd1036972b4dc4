-- What is held because its referral, its order or an account of its pair was not known is decided anew once that is told.
-- Processes of an earlier release ask with fewer parameters: `lock_told` stays for them as it was, and so does this.
create or replace function recall_corrected(
  reward_ids text[], referral_ids text[], first_ids text[], last_event text, told_at bigint)
returns void
language plpgsql as $$
begin
  perform recall_corrected(reward_ids, referral_ids, first_ids, '{}', '{}', last_event, told_at);
end $$;
-- functions b4178e20643d7ba7e4979608e881292c8fdb58b56ba40030ff9d1f4e740c433b
