/**
 * Moves a slice's cursor forward, never back. It is written in the slice's seal.
 *
 *   KEYS[1] seal of the slice
 *   ARGV[1] what the seal must begin with
 *   ARGV[2] how far the ledger has been projected
 *
 * Returns 1; 0 when the seal is broken and nothing was done.
 */
export const ADVANCE = `
local seal = redis.call('GET', KEYS[1]) or ''
if string.sub(seal, 1, #ARGV[1]) ~= ARGV[1] then return 0 end
if tonumber(ARGV[2]) > tonumber(string.sub(seal, #ARGV[1] + 1)) then
  redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2])
end
return 1
`;
