-- J10: another history in one step, iff the journal is where the caller believes it is.
-- KEYS: head, entries, snapshot. ARGV: expected epoch, expected seq, channel, start of the
-- message, number of the first entry, snapshot (may be empty), then the entries.
-- Answers {status, epoch, seq}.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if not head[1] then
  return {'absent', 0, 0}
end
local epoch, seq = tonumber(head[1]), tonumber(head[2])
if epoch ~= tonumber(ARGV[1]) or seq ~= tonumber(ARGV[2]) then
  return {'conflict', epoch, seq}
end
epoch = epoch + 1
seq = tonumber(ARGV[5]) - 1
local new_epoch = string.format('%.0f', epoch)
redis.call('DEL', KEYS[2], KEYS[3])
if ARGV[6] ~= '' then
  redis.call('HSET', KEYS[3], 'epoch', new_epoch, 'seq', string.format('%.0f', seq), 'data', ARGV[6])
end
for i = 7, #ARGV do
  seq = seq + 1
  redis.call('XADD', KEYS[2], string.format('%.0f-0', seq), 'd', ARGV[i])
end
redis.call('HSET', KEYS[1], 'epoch', new_epoch, 'seq', string.format('%.0f', seq), 'first', ARGV[5])
redis.call('PUBLISH', ARGV[3], string.format('%s%s %.0f', ARGV[4], new_epoch, seq))
return {'ok', epoch, seq}
