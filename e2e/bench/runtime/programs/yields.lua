-- Yields: a coroutine that gives one number at a time, by resume and by wrap.
local function count(n)
  for i = 1, n do
    coroutine.yield(i)
  end
end

return function(n)
  local sum, half = 0, n // 2
  local co = coroutine.create(count)
  for _ = 1, half do
    local _, value = coroutine.resume(co, half)
    sum = sum + value
  end
  for value in coroutine.wrap(function()
    count(half)
  end) do
    sum = sum + value
  end
  return sum
end
