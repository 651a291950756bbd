-- J6: entries from a number on, and the position at the same moment. KEYS: head, entries.
-- ARGV: the first number, how many at most. Answers {status, epoch, seq, first, entries}.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'first')
if not head[1] then
  return {'absent', 0, 0}
end
local entries = redis.call('XRANGE', KEYS[2], ARGV[1] .. '-0', '+', 'COUNT', ARGV[2])
return {'ok', tonumber(head[1]), tonumber(head[2]), tonumber(head[3]), entries}
