-- Errors: raised by error with a text and with a table, and caught by pcall.
local function failText()
  error('text')
end

local function failTable(value)
  error(value)
end

return function(n)
  local caught, value = 0, { code = 'not_found' }
  for _ = 1, n // 2 do
    local ok, e = pcall(failText)
    if not ok and e:sub(-4) == 'text' then
      caught = caught + 1
    end
    ok, e = pcall(failTable, value)
    if not ok and e == value then
      caught = caught + 1
    end
  end
  return caught
end
