-- An empty workshop, unless there is one. KEYS: head. ARGV: where it is then, its first entry.
-- Answers {status, position}. What `epoch` says keeps servers of format 1 away.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'epoch')
if not head[1] and not head[3] then
  redis.call('HSET', KEYS[1], 'format', '2', 'at', ARGV[1], 'first', ARGV[2], 'epoch', 'newer')
  return {'ok', ARGV[1]}
end
if head[1] ~= '2' then
  return {head[1] and 'newer' or 'older'}
end
return {'exists', head[2]}
