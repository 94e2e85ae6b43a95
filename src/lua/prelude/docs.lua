-- `docs` and the names that agents know: the text of the reference, read by the host.
local host, core = ...
local base, math = core.base, core.math
local type = base.type
local MAX_BYTES = 1000
local MOST_FOUND, FOUND_BY_AGENTS, MAX_LIMIT = 20, 10, 100

docs = {}
local public = docs

local function ask(operation, payload)
  local ok, text = core.request(operation, payload)
  if not ok then
    core.raise(text)
  end
  return text
end

-- Takes a text, or a table that holds it by name, as agents pass it.
local function readText(value, key, fn)
  if base.rawequal(value, public) then
    core.blame(fn .. ' is called with a dot, not with a colon')
  end
  local text = value
  if type(value) == 'table' then
    text = value[key]
  end
  if type(text) ~= 'string' then
    core.blame(fn .. ': ' .. key .. ' expected, a string')
  end
  if #text > MAX_BYTES then
    core.blame(fn .. ': ' .. key .. ' is longer than ' .. MAX_BYTES .. ' bytes')
  elseif not core.utf8.len(text) then
    core.blame(fn .. ': ' .. key .. ' is not valid UTF-8')
  end
  return text
end

-- A limit stands beside the query as a number or in a table, or with it in one table.
local function readLimit(options, fn, usual)
  local limit = options
  if type(options) == 'table' then
    limit = options.limit
  end
  if limit == nil then
    return usual
  end
  local whole = type(limit) == 'number' and math.tointeger(limit)
  if not whole or whole < 1 or whole > MAX_LIMIT then
    core.blame(fn .. ': limit is a whole number from 1 to ' .. MAX_LIMIT)
  end
  return whole
end

local function createList(fn)
  return core.public(function(namespace)
    if namespace == nil or (type(namespace) == 'table' and base.next(namespace) == nil) then
      return ask('docs.list', '')
    end
    return ask('docs.list', readText(namespace, 'namespace', fn))
  end)
end

local function createSearch(fn, usual)
  return core.public(function(query, options)
    local text = readText(query, 'query', fn)
    local limit = readLimit(type(query) == 'table' and query or options, fn, usual)
    return ask('docs.search', (core.encode({ query = text, limit = limit })))
  end)
end

-- Pages are `upstash`, `upstash.get_key` in every spelling, and guides, as `errors`.
local function createRead(fn)
  return core.public(function(page)
    return ask('docs.read', readText(page, 'page', fn))
  end)
end

docs.list = createList('docs.list')
docs.search = createSearch('docs.search', MOST_FOUND)
docs.read = createRead('docs.read')

lua_list_docs = createList('lua_list_docs')
lua_search_docs = createSearch('lua_search_docs', FOUND_BY_AGENTS)
lua_read_doc = createRead('lua_read_doc')
