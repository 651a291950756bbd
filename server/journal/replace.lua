-- J10: another history in one step, iff the journal is where the caller believes it is.
-- KEYS: head, entries, snapshot. ARGV: expected position, the one after, channel, start of the
-- message, number of the first entry, the same for the head, position and bytes of the snapshot
-- (may be empty), then the entries. Answers {status, position}.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'epoch')
if head[1] ~= '2' then
  return {head[1] and 'newer' or head[3] and 'older' or 'absent'}
end
if head[2] ~= ARGV[1] then
  return {'conflict', head[2]}
end
redis.call('DEL', KEYS[2], KEYS[3])
if ARGV[8] ~= '' then
  redis.call('HSET', KEYS[3], 'at', ARGV[7], 'data', ARGV[8])
end
local first = tonumber(ARGV[5])
for i = 9, #ARGV do
  redis.call('XADD', KEYS[2], string.format('%.0f-0', first + i - 9), 'd', ARGV[i])
end
redis.call('HSET', KEYS[1], 'at', ARGV[2], 'first', ARGV[6])
redis.call('PUBLISH', ARGV[3], ARGV[4] .. ARGV[2])
return {'ok', ARGV[2]}
