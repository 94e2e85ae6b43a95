-- JSON: a list of records is written, read back and written again, by the `json` at hand.
return function(n)
  local records = {}
  for i = 1, n do
    records[i] = {
      id = i,
      name = 'user "' .. i .. '"',
      email = 'user' .. i .. '@example.com',
      active = i % 2 == 0,
      score = (i * 2 + 1) / 8,
      tags = { 'a', 'b\n', 'c' .. i },
      address = { city = 'Town', zip = tostring(10000 + i) },
    }
  end
  local text = json.encode(records)
  return #text .. ' ' .. tostring(json.encode(json.decode(text)) == text)
end
