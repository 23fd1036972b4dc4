/**
 * Replaces buckets that nobody changed since they were read.
 *
 *   KEYS[1..n]  buckets, all in one slice
 *   KEYS[n+1]   seal of the slice; may be left out while the slice moves between servers
 *   ARGV[1]     what the seal must begin with
 *   ARGV[2k]    stamp bucket k had when it was read, empty if there was none
 *   ARGV[2k+1]  its new bytes, empty to remove it
 *
 * Returns the indices of the buckets that were changed meanwhile and are left alone; 0 alone when the seal is broken and
 * nothing was done.
 */
export const SWAP = `
local n = (#ARGV - 1) / 2
if #KEYS > n then
  local seal = redis.call('GET', KEYS[n + 1]) or ''
  if string.sub(seal, 1, #ARGV[1]) ~= ARGV[1] then return {0} end
end
local refused = {}
for k = 1, n do
  local stamp, bytes = ARGV[2 * k], ARGV[2 * k + 1]
  if redis.call('GETRANGE', KEYS[k], 0, 3) ~= stamp then
    refused[#refused + 1] = k
  elseif bytes == '' then
    redis.call('DEL', KEYS[k])
  else
    redis.call('SET', KEYS[k], bytes)
  end
end
return refused
`;
