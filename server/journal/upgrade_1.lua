-- J13: a workshop of format 1 in this format, iff it is still where it was fetched.
-- KEYS: head, entries, snapshot. ARGV: its epoch and seq then, its position, channel, start of the
-- message, number of the first entry, the same for the head, position and bytes of the snapshot
-- (may be empty), then the entries. Answers {status}. What `epoch` says from here on keeps servers
-- of format 1 away: they take no number from it and change nothing.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'format')
if head[3] or head[1] ~= ARGV[1] or head[2] ~= ARGV[2] then
  return {'conflict'}
end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
if ARGV[9] ~= '' then
  redis.call('HSET', KEYS[3], 'at', ARGV[8], 'data', ARGV[9])
end
local first = tonumber(ARGV[6])
for i = 10, #ARGV do
  redis.call('XADD', KEYS[2], string.format('%.0f-0', first + i - 10), 'd', ARGV[i])
end
redis.call('HSET', KEYS[1], 'format', '2', 'at', ARGV[3], 'first', ARGV[7], 'epoch', 'newer')
redis.call('PUBLISH', ARGV[4], ARGV[5] .. ARGV[3])
return {'ok'}
