-- Sorting: Lua's own order on numbers and on strings, then an order that the script gives.
local function shuffle(n, make)
  local list, state = {}, 42
  for i = 1, n do
    state = (state * 1103515245 + 12345) % 2147483648
    list[i] = make(state)
  end
  return list
end

return function(n)
  local numbers = shuffle(n, function(x)
    return x
  end)
  table.sort(numbers)
  local names = shuffle(n // 4, function(x)
    return 'name-' .. x
  end)
  table.sort(names)
  local records = shuffle(n // 4, function(x)
    return { id = x }
  end)
  table.sort(records, function(a, b)
    return a.id > b.id
  end)
  return numbers[1] .. ' ' .. names[1] .. ' ' .. records[1].id
end
