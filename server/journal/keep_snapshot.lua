-- Keeps a snapshot unless history was rewritten since or there is a newer one.
-- KEYS: head, entries, snapshot. ARGV: its epoch, its seq, its bytes. Answers {status, epoch, seq}.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if not head[1] then
  return {'absent', 0, 0}
end
local epoch, seq = tonumber(head[1]), tonumber(head[2])
local kept = redis.call('HMGET', KEYS[3], 'epoch', 'seq')
local newest = kept[1] == head[1] and tonumber(kept[2]) or -1
local at = tonumber(ARGV[2])
if epoch == tonumber(ARGV[1]) and at <= seq and at > newest then
  redis.call('HSET', KEYS[3], 'epoch', ARGV[1], 'seq', ARGV[2], 'data', ARGV[3])
end
return {'ok', epoch, seq}
