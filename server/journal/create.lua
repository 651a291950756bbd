-- An empty workshop at {1, 0}, unless there is one. KEYS: head. Answers {status, epoch, seq}.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if head[1] then
  return {'exists', tonumber(head[1]), tonumber(head[2])}
end
redis.call('HSET', KEYS[1], 'epoch', '1', 'seq', '0', 'first', '1')
return {'ok', 1, 0}
