-- Position and newest snapshot. KEYS: head, entries, snapshot.
-- Answers {status, position, first, snapshot's position or nil, snapshot or nil}.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'first', 'epoch')
if head[1] ~= '2' then
  return {head[1] and 'newer' or head[4] and 'older' or 'absent'}
end
local kept = redis.call('HMGET', KEYS[3], 'at', 'data')
local epoch = string.match(head[2] or '', '^%d+ ')
if not kept[1] or string.match(kept[1], '^%d+ ') ~= epoch then
  kept = {false, false}
end
return {'ok', head[2], head[3], kept[1], kept[2]}
