-- Tables: many small ones, lists that grow and shrink, lookups by string.
return function(n)
  local sum, byName, queue = 0, {}, {}
  for i = 1, n do
    local point = { x = i, y = i + 1 }
    sum = sum + point.x * point.y % 7
    byName['k' .. i % 1000] = point
  end
  for i = 1, n do
    queue[#queue + 1] = i
  end
  while #queue > 0 do
    sum = sum + table.remove(queue) % 3
  end
  for _, point in pairs(byName) do
    sum = sum + point.x
  end
  for i, value in ipairs({ 5, 6, 7 }) do
    sum = sum + i * value
  end
  return sum
end
