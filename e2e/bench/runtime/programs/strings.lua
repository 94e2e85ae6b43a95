-- Strings: building, formatting, patterns, replacing, bytes.
return function(n)
  local parts = {}
  for i = 1, n do
    parts[i] = string.format('%05d:%s', i, ('x'):rep(i % 8)) .. tostring(i)
  end
  local text = table.concat(parts, ',')
  local words, digits = 0, 0
  for word in text:gmatch('[^,]+') do
    words = words + 1
    digits = digits + #(word:match('^%d+') or '')
  end
  local replaced, count = text:gsub('x+', '-')
  local upper = replaced:upper():gsub('%d', function(d)
    return d == '7' and 'seven' or nil
  end)
  local check = 0
  for i = 1, #upper, 7 do
    check = (check * 31 + upper:byte(i)) % 1000000007
  end
  return words .. ' ' .. digits .. ' ' .. count .. ' ' .. #upper .. ' ' .. check .. ' ' .. text:sub(-20)
end
