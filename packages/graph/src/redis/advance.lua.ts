/**
 * Moves the cursor forward, never back.
 *
 *   KEYS[1] seal of the cursor's slice
 *   KEYS[2] cursor
 *   ARGV[1] what the seal must read
 *   ARGV[2] how far the ledger has been projected
 *
 * Returns 1; 0 when the seal is broken and nothing was done.
 */
export const ADVANCE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if tonumber(ARGV[2]) > tonumber(redis.call('GET', KEYS[2]) or '0') then
  redis.call('SET', KEYS[2], ARGV[2])
end
return 1
`;
