-- Position and newest snapshot. KEYS: head, entries, snapshot.
-- Answers {status, epoch, seq, first, snapshot's seq or nil, snapshot or nil}.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'first')
if not head[1] then
  return {'absent', 0, 0}
end
local kept = redis.call('HMGET', KEYS[3], 'epoch', 'seq', 'data')
if kept[1] ~= head[1] then
  kept = {false, false, false}
end
return {'ok', tonumber(head[1]), tonumber(head[2]), tonumber(head[3]), kept[2] and tonumber(kept[2]), kept[3]}
