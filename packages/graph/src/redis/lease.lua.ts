/**
 * Takes a lease, renews it or gives it back.
 *
 *   KEYS[1] the lease
 *   ARGV[1] whose it is to be
 *   ARGV[2] for how many milliseconds, 0 to give it back
 *
 * Returns 1; 0 when it is another's and nothing was done.
 */
export const LEASE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 1
`;
