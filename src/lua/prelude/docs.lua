-- `docs` and the names that agents know: the text of the reference, read by the host.
local host, core = ...
local base, string = core.base, core.string
local type = base.type
local MAX_BYTES = 1000

local function ask(operation, payload)
  local ok, text = core.request(operation, payload)
  if not ok then
    core.raise(text)
  end
  return text
end

-- Takes a text, or a table that holds it by name, as agents pass it.
local function readText(value, key, fn)
  local text = value
  if type(value) == 'table' then
    text = value[key]
  end
  if type(text) ~= 'string' then
    core.blame(fn .. ': ' .. key .. ' expected, a string')
  end
  if #text > MAX_BYTES then
    core.blame(fn .. ': ' .. key .. ' is longer than ' .. MAX_BYTES .. ' bytes')
  end
  return text
end

docs = {}

docs.list = core.public(function()
  return ask('docs.list', '')
end)

docs.search = core.public(function(query)
  return ask('docs.search', readText(query, 'query', 'docs.search'))
end)

-- Pages are named `upstash` or `upstash.get_key`; `integrations.` and `app.` before it are read past.
docs.read = core.public(function(page)
  local name = readText(page, 'page', 'docs.read')
  name = string.gsub(name, '^app%.', '')
  name = string.gsub(name, '^integrations%.', '')
  return ask('docs.read', name)
end)

lua_list_docs = docs.list
lua_search_docs = docs.search
lua_read_doc = docs.read
