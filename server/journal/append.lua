-- J2, J3: appends iff the journal is where the caller believes it is, and tells the others.
-- KEYS: head, entries. ARGV: expected epoch, expected seq, channel, start of the message,
-- then the entries. Answers {status, epoch, seq}.
-- All keys of a workshop share a hash tag, so that they live in one place.
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if not head[1] then
  return {'absent', 0, 0}
end
local epoch, seq = tonumber(head[1]), tonumber(head[2])
if epoch ~= tonumber(ARGV[1]) or seq ~= tonumber(ARGV[2]) then
  return {'conflict', epoch, seq}
end
-- The ids ascend, so if the first may be added, all may: nothing is left half done.
for i = 5, #ARGV do
  seq = seq + 1
  redis.call('XADD', KEYS[2], string.format('%.0f-0', seq), 'd', ARGV[i])
end
redis.call('HSET', KEYS[1], 'seq', string.format('%.0f', seq))
redis.call('PUBLISH', ARGV[3], string.format('%s%.0f %.0f', ARGV[4], epoch, seq))
return {'ok', epoch, seq}
