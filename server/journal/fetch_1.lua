-- All of a workshop of format 1, at one moment. KEYS: head, entries, snapshot.
-- Answers {epoch, seq, first, entries, snapshot's epoch, seq and bytes}, or nothing when there is
-- none of that format.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'first', 'format')
if head[4] or not head[1] then
  return {}
end
local kept = redis.call('HMGET', KEYS[3], 'epoch', 'seq', 'data')
local entries = redis.call('XRANGE', KEYS[2], '-', '+')
return {head[1], head[2], head[3], entries, kept[1] or '', kept[2] or '', kept[3] or ''}
