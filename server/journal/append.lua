-- J2, J3: appends iff the journal is where the caller believes it is, and tells the others.
-- KEYS: head, entries. ARGV: expected position, the one after, channel, start of the message,
-- number of the first entry, then the entries. Answers {status, position}.
-- All keys of a workshop share a hash tag, so that they live in one place.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'epoch')
if head[1] ~= '2' then
  return {head[1] and 'newer' or head[3] and 'older' or 'absent'}
end
if head[2] ~= ARGV[1] then
  return {'conflict', head[2]}
end
-- The ids ascend, so if the first may be added, all may: nothing is left half done.
local first = tonumber(ARGV[5])
for i = 6, #ARGV do
  redis.call('XADD', KEYS[2], string.format('%.0f-0', first + i - 6), 'd', ARGV[i])
end
redis.call('HSET', KEYS[1], 'at', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4] .. ARGV[2])
return {'ok', ARGV[2]}
