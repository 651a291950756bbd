-- J6: entries from a number on, and the position at the same moment. KEYS: head, entries.
-- ARGV: the first number, how many at most. Answers {status, position, first, entries}.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'first', 'epoch')
if head[1] ~= '2' then
  return {head[1] and 'newer' or head[4] and 'older' or 'absent'}
end
local entries = redis.call('XRANGE', KEYS[2], ARGV[1] .. '-0', '+', 'COUNT', ARGV[2])
return {'ok', head[2], head[3], entries}
