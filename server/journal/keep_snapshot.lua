-- Keeps a snapshot unless its position is none of this history or there is a newer one.
-- KEYS: head, entries, snapshot. ARGV: its position, the number after it, the head of its chain
-- as entries carry it, its bytes. Answers {status, position}.
local head = redis.call('HMGET', KEYS[1], 'format', 'at', 'epoch')
if head[1] ~= '2' then
  return {head[1] and 'newer' or head[3] and 'older' or 'absent'}
end
local function parts(position)
  local epoch, seq = string.match(position or '', '^(%d+) (%d+) ')
  return epoch, tonumber(seq or -1)
end
local epoch, seq = parts(ARGV[1])
local kept_epoch, kept_seq = parts(redis.call('HMGET', KEYS[3], 'at')[1])
local is_place = head[2] == ARGV[1]
if not is_place and parts(head[2]) == epoch then
  local id = ARGV[2] .. '-0'
  local after = redis.call('XRANGE', KEYS[2], id, id)[1]
  is_place = after and string.sub(after[2][2], 5, 36) == ARGV[3]
end
if is_place and not (kept_epoch == epoch and kept_seq >= seq) then
  redis.call('HSET', KEYS[3], 'at', ARGV[1], 'data', ARGV[4])
end
return {'ok', head[2]}
